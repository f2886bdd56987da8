/** `npm run torture [-- fault…] [-- --times N]`: every fault some hundred times, and a table of what was lost or torn. */
import { type Result, suffer } from './fault';
import { faults } from './faults';

const given = process.argv.slice(2);
const at = given.indexOf('--times');
const times = at < 0 ? undefined : Number(given.splice(at, 2)[1]);
const unknown = given.filter((name) => !faults.some((fault) => fault.name === name));
if (unknown.length > 0 || (times !== undefined && !(times > 0))) {
  console.error(`Faults: ${faults.map(({ name }) => name).join(', ')}; --times N for each.`);
  process.exitCode = 2;
} else {
  torture();
}

async function torture(): Promise<void> {
  console.log('| fault | times tried | lost | torn | unclear |\n|---|---|---|---|---|');
  for (const fault of faults.filter(({ name }) => given.length === 0 || given.includes(name))) {
    const missing = fault.missing?.();
    if (missing !== undefined) {
      console.log(`| ${fault.what} | not here: ${missing} | | | |`);
      continue;
    }
    const result = await suffer(fault, times ?? fault.times);
    const { tried, lost, torn, unclear } = result;
    console.log(`| ${fault.what} | ${tried} | ${lost.length} | ${torn.length} | ${unclear.length} |`);
    complain(result);
    if (result.unnoticed.length > 0) console.log(`  Seen by nothing: ${result.unnoticed.length}`);
  }
}

/** Each kind of complaint once, so that the table stays readable. */
function complain({ lost, torn, unclear }: Result): void {
  for (const [word, many] of Object.entries({ lost, torn, unclear })) {
    for (const one of new Set(many)) console.error(`  ${word}: ${one}`);
    if (many.length > 0) process.exitCode = 1;
  }
}
