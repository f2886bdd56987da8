/** ASCII for the symbols of the screens, where the locale is not UTF-8. Letters are nobody's decoration: they stay. */

const IN_ASCII: Record<string, string> = {
  '·': '-',
  '•': '*',
  '–': '-',
  '—': '-',
  '…': '...',
  '→': '->',
  '←': '<-',
  '×': 'x',
  '✓': '+',
  '█': '#',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
};

export function inAscii(text: string): string {
  // Code points, as the launcher reads the built program as Latin-1 and the builder leaves patterns as they are.
  return text.replace(/[\u00b7\u00d7\u2010-\u203a\u2190-\u2193\u2588\u2713]/g, (one) => IN_ASCII[one] ?? one);
}

/** What cli-table3 draws its boxes with. */
export const ASCII_BOX = {
  ...{ top: '-', 'top-mid': '+', 'top-left': '+', 'top-right': '+', mid: '-', 'mid-mid': '+' },
  ...{ bottom: '-', 'bottom-mid': '+', 'bottom-left': '+', 'bottom-right': '+', middle: '|' },
  ...{ left: '|', 'left-mid': '+', right: '|', 'right-mid': '+' },
};
