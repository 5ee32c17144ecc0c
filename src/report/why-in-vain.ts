import type { Wording } from '../wording/wording.ts';
import type { Report } from './report.ts';

type Prospect = Pick<Report, 'verdict' | 'outlook'>;

/** What it would take where a use is impermissible and no measure can change that; `undefined` otherwise. */
export function whyInVain({ verdict, outlook }: Prospect): 'other-product' | 'other-use' | undefined {
  const reach = outlook?.goals[0]?.reach.id;
  const isHopeless = verdict.id === 'impermissible' && (reach === 'other-product' || reach === 'other-use');
  return isHopeless ? reach : undefined;
}

/** That no measure makes the use permissible, where that is so and there are any. */
export function measuresLead(
  measures: Report['measures'],
  prospect: Prospect,
  { report }: Pick<Wording, 'report'>,
): string | null {
  const vain = whyInVain(prospect);
  return vain === undefined || measures.length === 0 ? null : report.measuresInVain[vain];
}
