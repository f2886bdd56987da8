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
  return text.replace(/[·•–—…→←×✓█“”‘’]/g, (symbol) => IN_ASCII[symbol]!);
}

/** What cli-table3 draws its boxes with. */
export const ASCII_BOX = {
  ...{ top: '-', 'top-mid': '+', 'top-left': '+', 'top-right': '+', mid: '-', 'mid-mid': '+' },
  ...{ bottom: '-', 'bottom-mid': '+', 'bottom-left': '+', 'bottom-right': '+', middle: '|' },
  ...{ left: '|', 'left-mid': '+', right: '|', 'right-mid': '+' },
};
