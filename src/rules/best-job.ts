/** Which open job an ask is about when nobody said: one they are inside of or hire for, or one whose manager they know. */
import type { Fit, Job } from '../model';

const FIT_ORDER: Record<Fit, number> = { strong: 0, even: 1, stretch: 2 };

/** How one person stands to one job. */
export interface JobTie {
  job: Job;
  insider: boolean;
  hires: boolean;
  /** How well they know its hiring manager, 1 to 5, 0 where nobody said how well; null when not at all that is known. */
  known: number | null;
}

/**
 * For an ask about the hiring manager the job whose manager they know best, for any other the one they are near to; then
 * the better fit, then what stirred last. Null where they have nothing to do with any.
 */
export function bestJobFor<T extends JobTie>(ties: readonly T[], aboutManager: boolean): T | null {
  const rank = ({ hires, insider, known }: T) => {
    const nearness = hires ? 0 : insider ? 1 : 2;
    return aboutManager ? [known === null ? 1 : -known, nearness] : [nearness];
  };
  return (
    ties
      .filter(({ insider, hires, known }) => insider || hires || known !== null)
      .sort((a, b) => {
        const [ranked, other] = [rank(a), rank(b)];
        const at = ranked.findIndex((value, index) => value !== other[index]);
        return (
          (at < 0 ? 0 : ranked[at]! - other[at]!) ||
          FIT_ORDER[a.job.fit] - FIT_ORDER[b.job.fit] ||
          b.job.stirredOn.localeCompare(a.job.stirredOn) ||
          a.job.id - b.job.id
        );
      })[0] ?? null
  );
}
