/** Which of LinkedIn's tables a header belongs to, and where its fields are. */
import type { LinkedInPart } from './export';

/** To read a header in another language, or of another year, add its name here. */
// The German, French and Spanish ones are guesses: no real export in these languages was at hand.
const HEADERS = {
  firstName: ['first name', 'vorname', 'prénom', 'nombre'],
  lastName: ['last name', 'nachname', 'nom', 'nom de famille', 'apellidos', 'apellido'],
  link: ['url', 'profile url'],
  email: [
    'email address',
    'e-mail address',
    'e-mail-adresse',
    'adresse e-mail',
    'dirección de correo electrónico',
    'correo electrónico',
  ],
  company: ['company', 'unternehmen', 'entreprise', 'empresa'],
  role: ['position', 'poste', 'puesto', 'cargo'],
  connectedOn: ['connected on', 'verbunden am', 'date de connexion', 'fecha de conexión', 'conectado el'],
  conversation: ['conversation id'],
  from: ['from'],
  fromLink: ['sender profile url'],
  to: ['to'],
  toLinks: ['recipient profile urls', 'recipient profile url'],
  date: ['date'],
  content: ['content'],
  folder: ['folder'],
  draft: ['is message draft'],
  headline: ['headline'],
} as const;
export type Field = keyof typeof HEADERS;
export type Columns = Partial<Record<Field, number>>;

const NEEDED: Record<LinkedInPart, Field[]> = {
  messages: ['conversation', 'from', 'date'],
  connections: ['firstName', 'lastName', 'connectedOn'],
  profile: ['firstName', 'lastName', 'headline'],
};

/** Tables of the export that are not read, by columns that only they have. */
const OTHER_TABLES: Record<string, string[]> = {
  Invitations: ['from', 'to', 'sent at', 'direction'],
  Notes: ['connection profile url', 'note'],
  'Job Applications': ['application date', 'company name', 'job title'],
  'Saved Jobs': ['saved date', 'job url', 'job title'],
  'Job Seeker Preferences': ['dream companies'],
  Positions: ['company name', 'title', 'started on', 'finished on'],
  Endorsements: ['endorsement date', 'skill name'],
  Recommendations: ['first name', 'last name', 'text', 'creation date'],
  'Company Follows': ['organization', 'followed on'],
  Events: ['event name', 'event time', 'external url'],
};

export type Recognised = { part: LinkedInPart; columns: Columns } | { part: null; table: string };

/** Null when the cells are not the header of any table of LinkedIn's that is known. */
export function recogniseTable(header: string[]): Recognised | null {
  const names = header.map((cell) => cell.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim());
  const columns: Columns = {};
  for (const field of Object.keys(HEADERS) as Field[]) {
    const at = names.findIndex((name) => (HEADERS[field] as readonly string[]).includes(name));
    if (at >= 0) columns[field] = at;
  }
  for (const part of Object.keys(NEEDED) as LinkedInPart[]) {
    if (NEEDED[part].every((field) => field in columns)) return { part, columns };
  }
  const other = Object.entries(OTHER_TABLES).find(([, needed]) =>
    needed.every((name) => names.includes(name)),
  );
  return other ? { part: null, table: other[0] } : null;
}

/** The trimmed cell; empty when the table has no such column or the row ends before it. */
export function cellOf(cells: string[], columns: Columns, field: Field): string {
  const at = columns[field];
  return at === undefined ? '' : (cells[at] ?? '').trim();
}

/** For messages about a cell: its beginning is enough to find it by. */
export function inShort(text: string): string {
  const longest = 60;
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
