/** What `setup` asks on a terminal; Enter keeps what is there, or leaves it open, and `<` goes back. */
import type { App } from '../../app';
import { WentBack } from '../../errors';
import { PART_STATES, PARTS, type Part, type PartState, type Preparation } from '../../model';
import type { Settings } from '../../rules/settings';
import { listPreparations } from '../../store/preparations';
import { getSettings } from '../../store/settings';
import { setupIntroView } from '../../views/setup';
import { PART_NAMES } from '../../views/task';
import { askFile, askLine, askList, askMinutes, askWhich } from './ask-one';
import type { SetupInput } from './setup';

/** Writes its answer into the draft; false when there was nothing to ask. */
type Step = () => Promise<boolean>;

export async function askForMissing(app: App, typed: SetupInput): Promise<SetupInput> {
  const draft = { ...typed };
  await app.show(setupIntroView());
  await walk([
    ...stepsOfTheAim(app, typed, draft),
    ...stepsOfTheTime(app, typed, draft),
    missing(typed.linkedin, async () => {
      draft.linkedin = await askFile(app, draft.linkedin);
    }),
    ...(typed.prep ? [] : stepsOfTheParts(app, draft)),
  ]);
  return draft;
}

/** Back goes to the last question that was asked; before the first there is none. */
async function walk(steps: Step[]): Promise<void> {
  const asked: number[] = [];
  for (let at = 0; at < steps.length; ) {
    try {
      if (await steps[at]!()) asked.push(at);
      at += 1;
    } catch (error) {
      if (!(error instanceof WentBack)) throw error;
      at = asked.pop() ?? at;
    }
  }
}

function missing(typed: unknown, ask: () => Promise<void>): Step {
  return async () => {
    if (typed !== undefined) return false;
    await ask();
    return true;
  };
}

function stepsOfTheAim(app: App, typed: SetupInput, draft: SetupInput): Step[] {
  const { goal, roles, targets } = getSettings(app.db);
  const asGoal = {
    message: 'What are you looking for, in a sentence?',
    ...{ flag: '--goal', example: 'such as: a backend role in a platform team' },
  };
  const asRoles = {
    message: 'As what? (commas between several)',
    ...{ flag: '--role', example: 'such as: platform engineer, developer advocate' },
  };
  const asTargets = {
    message: 'At which companies? (commas between several)',
    ...{ flag: '--target', example: 'the ones you would like most; more can come later' },
  };
  return [
    missing(typed.goal, async () => {
      draft.goal = await askLine(app, asGoal, goal, draft.goal);
    }),
    missing(typed.role, async () => {
      draft.role = await askList(app, asRoles, roles, draft.role);
    }),
    missing(typed.target, async () => {
      draft.target = await askList(app, asTargets, targets, draft.target);
    }),
  ];
}

function stepsOfTheTime(app: App, typed: SetupInput, draft: SetupInput): Step[] {
  const settings = getSettings(app.db);
  const said = <Key extends 'situation' | 'weekStart'>(key: Key) =>
    (draft[key] as Settings[Key] | undefined) ?? settings[key];
  return [
    missing(typed.situation, async () => {
      draft.situation = await askWhich(app, {
        ...{ message: 'What is your situation?', flag: '--situation employed', now: said('situation') },
        names: { unemployed: 'between jobs', employed: 'employed' },
      });
    }),
    missing(typed.minutes, async () => {
      draft.minutes = await askMinutes(app, said('situation'), draft.minutes);
    }),
    missing(typed.weekStart, async () => {
      draft.weekStart = await askWhich(app, {
        ...{ message: 'When does your week begin?', flag: '--week-start monday', now: said('weekStart') },
        names: { monday: 'Monday', sunday: 'Sunday' },
      });
    }),
  ];
}

function stepsOfTheParts(app: App, draft: SetupInput): Step[] {
  const known = listPreparations(app.db);
  const isNew = known.every(({ state }) => state === 'missing');
  let wants = isNew;
  const states = new Map(known.map(({ part, state }) => [part, state]));
  return [
    async () => {
      wants = await app.ask.confirm({
        message: `How far is your preparation? ${PARTS.length} parts, half a minute. Now?`,
        ...{ default: wants, flag: '--prep resume=rough', canGoBack: true },
      });
      return true;
    },
    ...known.map((one) => async () => {
      if (!wants) return false;
      states.set(one.part, await askState(app, one, states.get(one.part)!));
      return true;
    }),
    async () => {
      const changed = known.filter(({ part, state }) => states.get(part) !== state);
      draft.prep = wants
        ? changed.map(({ part }): [Part, PartState] => [part, states.get(part)!])
        : undefined;
      return false;
    },
  ];
}

function askState(app: App, { part, state }: Preparation, now: PartState): Promise<PartState> {
  return app.ask.choose<PartState>({
    ...{ message: `${PART_NAMES[part]}?`, flag: `--prep ${part}=${state}`, default: now, canGoBack: true },
    choices: PART_STATES.map((each) => ({ name: each, value: each })),
  });
}
