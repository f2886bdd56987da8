import fc from 'fast-check';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors';
import { isZip, readZip } from '../../src/formats/zip';

const everything = () => true;
const read = (content: Zippable, wants: (name: string) => boolean = everything) =>
  readZip({ name: 'a.zip', bytes: zipSync(content) }, wants);

/** Writes another unpacked size into the archive's directory, for its only member. */
function claiming(size: number, bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const directory = view.getUint32(bytes.length - 22 + 16, true);
  view.setUint32(directory + 24, size, true);
  return bytes;
}

describe('readZip', () => {
  test('unpacks the wanted members and names the others', async () => {
    const content = {
      'Export/a.csv': strToU8('one'),
      'Export/pics/b.jpg': strToU8('two'),
      'c.csv': strToU8(''),
    };
    const { members, others } = await read(content, (name) => name.endsWith('.csv'));
    expect(members).toEqual([
      { name: 'a.csv', bytes: strToU8('one') },
      { name: 'c.csv', bytes: new Uint8Array() },
    ]);
    expect(others).toEqual(['b.jpg']);
  });

  test.each([
    ['climbing', '../../etc/a.csv'],
    ['absolute', '/etc/a.csv'],
    ['of Windows', 'C:\\Users\\ana\\a.csv'],
    ['a stored member', 'a.csv'],
  ])('a path that is %s is its base name', async (_why, path) => {
    const { members } = await read({ [path]: [strToU8('x'), { level: 0 }] });
    expect(members).toEqual([{ name: 'a.csv', bytes: strToU8('x') }]);
  });

  test('folders and the twins that macOS adds are neither', async () => {
    const content = { 'Export/': new Uint8Array(), '__MACOSX/._a.csv': strToU8('x'), 'a.csv': strToU8('y') };
    const { members, others } = await read(content);
    expect(members.map(({ name }) => name)).toEqual(['a.csv']);
    expect(others).toEqual([]);
  });

  test('an empty archive has no members', async () => {
    const bytes = zipSync({});
    expect(isZip(bytes)).toBe(true);
    expect(await readZip({ name: 'a.zip', bytes }, everything)).toEqual({ members: [], others: [] });
  });

  test('2,000 members are read, one more is refused', async () => {
    const content = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.txt`, new Uint8Array()]));
    expect((await read(content(2_000), () => false)).others).toHaveLength(2_000);
    await expect(read(content(2_001), () => false)).rejects.toThrow('a.zip holds more than 2,000 files.');
  });

  test('more than 200 MiB is refused by what the archive claims, before anything is unpacked', async () => {
    const bytes = claiming(200 * 2 ** 20 + 1, zipSync({ 'a.csv': strToU8('x'.repeat(1000)) }));
    const file = { name: 'a.zip', bytes };
    await expect(readZip(file, everything)).rejects.toThrow('a.zip holds more than 200 MiB to unpack.');
    expect((await readZip(file, () => false)).others).toEqual(['a.csv']);
  });

  /** An archive of two members, with some bytes of the first one's entry in the directory changed. */
  const changed = (change: (view: DataView, entry: number) => void) => {
    const bytes = zipSync({ 'a.csv': strToU8('x'.repeat(100_000)), 'b.csv': strToU8('y'.repeat(1_000)) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    change(view, view.getUint32(bytes.length - 22 + 16, true));
    return { name: 'a.zip', bytes };
  };
  const DAMAGED = '"a.csv" in a.zip is damaged';
  const SECOND = 46 + 'a.csv'.length;
  test.each<[string, Parameters<typeof changed>[0], string]>([
    ['unpacks to more than it claims', (view, at) => view.setUint32(at + 24, 10, true), DAMAGED],
    ['unpacks to less than it claims', (view, at) => view.setUint32(at + 24, 100_001, true), DAMAGED],
    ['has another checksum', (view, at) => view.setUint32(at + 16, 1, true), DAMAGED],
    ['is packed shorter than it is', (view, at) => view.setUint32(at + 20, 5, true), DAMAGED],
    [
      'is locked',
      (view, at) => view.setUint16(at + 8, 1, true),
      '"a.csv" in a.zip is locked with a password',
    ],
    ['is packed strangely', (view, at) => view.setUint16(at + 10, 12, true), 'in a way that is not read'],
    [
      'lies where another one does',
      (view, at) => view.setUint32(at + SECOND + 42, 0, true),
      '"a.csv" and "b.csv" in a.zip share their bytes',
    ],
    ['lies behind the end', (view, at) => view.setUint32(at + 42, 1e6, true), 'a.zip is a broken'],
  ])('a member that %s is refused by its name', async (_why, change, message) => {
    const file = changed(change);
    await expect(readZip(file, everything)).rejects.toThrow(UserError);
    await expect(readZip(file, everything)).rejects.toThrow(message);
  });

  test('an archive within an archive stays packed', async () => {
    const inner = zipSync({ 'a.csv': strToU8('x') });
    const { members, others } = await read({ 'inner.zip': inner }, (name) => name.endsWith('.csv'));
    expect([members, others]).toEqual([[], ['inner.zip']]);
  });

  test('the 64-bit numbers that some programs write are read', async () => {
    const small = zipSync({ 'a.csv': [strToU8('x'), { extra: { 1: new Uint8Array(24) } }] });
    const view = new DataView(small.buffer, small.byteOffset);
    const end = small.length - 22;
    const directory = view.getUint32(end + 16, true);
    const extra = directory + SECOND + 4;
    for (const [at, field] of [24, 20, 42].entries()) {
      view.setBigUint64(extra + at * 8, BigInt(view.getUint32(directory + field, true)), true);
      view.setUint32(directory + field, 0xffffffff, true);
    }
    const { members } = await readZip({ name: 'a.zip', bytes: small }, everything);
    expect(members).toEqual([{ name: 'a.csv', bytes: strToU8('x') }]);
  });

  test('a broken archive is refused by name, never with another error', async () => {
    const whole = zipSync({ 'a.csv': strToU8('First Name,Last Name\n'.repeat(40)), 'b.csv': strToU8('b') });
    const broken = fc.oneof(
      fc.nat(whole.length - 1).map((length) => whole.slice(0, length)),
      fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, byte]) => whole.with(at, byte)),
      fc.uint8Array({ maxLength: 200 }),
    );
    await fc.assert(
      fc.asyncProperty(broken, async (bytes) => {
        const result = await readZip({ name: 'a.zip', bytes }, everything).catch((error: unknown) => error);
        if (result instanceof Error) expect(result).toBeInstanceOf(UserError);
      }),
      { numRuns: 300 },
    );
    await expect(readZip({ name: 'a.zip', bytes: whole.slice(0, -30) }, everything)).rejects.toThrow(
      'a.zip is a broken or incomplete zip archive.',
    );
  });
});
