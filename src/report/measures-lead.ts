import type { Wording } from '../wording/wording.ts';
import type { Report } from './report.ts';

type Prospect = Pick<Report, 'verdict' | 'outlook'>;
type Words = Pick<Wording, 'report'>;

/** What it would take where a use is impermissible and no measure can change that; `undefined` otherwise. */
export function whyInVain({ verdict, outlook }: Prospect): 'other-product' | 'other-use' | undefined {
  const reach = outlook?.goals[0]?.reach.id;
  const isHopeless = verdict.id === 'impermissible' && (reach === 'other-product' || reach === 'other-use');
  return isHopeless ? reach : undefined;
}

/** What the measures can do: none makes the use permissible, or these are the conditions under which it is. */
export function measuresLead(groups: Report['measures'], prospect: Prospect, { report }: Words): string | null {
  const measures = groups.flatMap((group) => group.measures);
  const vain = whyInVain(prospect);
  if (measures.length === 0) return null;
  if (vain !== undefined) return report.measuresInVain[vain];
  if (prospect.verdict.id !== 'conditional') return null;
  const deciding = new Set(prospect.verdict.reasons.map(({ id }) => id));
  const conditions = measures.filter(({ requirements }) => requirements.some(({ id }) => deciding.has(id)));
  // Where all of them are, it need not be said.
  if (conditions.length === 0 || conditions.length === measures.length) return null;
  return report.conditionsAmongMeasures(conditions.map(({ number }) => String(number)));
}
