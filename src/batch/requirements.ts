import type { BatchFinding, EvaluatedFile } from '../domain/batch.ts';
import { type Catalogue, requirementsIn } from '../domain/catalogue.ts';
import { isStronger, type Level, levelInVerdict, type Requirement } from '../domain/requirement.ts';

/** The requirement of a finding; the catalogue must be the one it was evaluated with. */
export function requirementOf({ requirement: id }: BatchFinding, catalogue: Catalogue): Requirement {
  const requirement = requirementsIn(catalogue).get(id);
  if (requirement === undefined) throw new Error(`the finding ${id} belongs to no requirement`);
  return requirement;
}

/** The level of a finding: that of its requirement, unless a questionnaire that was evaluated raises it. */
export function levelIn(file: EvaluatedFile, finding: BatchFinding, catalogue: Catalogue): Level {
  return raised(requirementOf(finding, catalogue).level, { file, finding, catalogue });
}

/** The findings that can make a verdict impermissible: violated, counted as *must*, of a paper the verdict rests on. */
export function violatedMusts(file: EvaluatedFile, catalogue: Catalogue): readonly BatchFinding[] {
  return file.findings.filter((finding) => {
    if (finding.status !== 'violated' || !counts(finding, file, catalogue)) return false;
    return raised(levelInVerdict(requirementOf(finding, catalogue)), { file, finding, catalogue }) === 'must';
  });
}

function raised(
  level: Level,
  { file, finding, catalogue }: { file: EvaluatedFile; finding: BatchFinding; catalogue: Catalogue },
): Level {
  return file.questionnaires.reduce((soFar, { id }) => {
    const other = catalogue.questionnaires.get(id)?.extends?.raised.get(finding.requirement);
    return other !== undefined && isStronger(other, soFar) ? other : soFar;
  }, level);
}

/** Where papers bind, what only orients is left out of the verdict, unless a paper that binds builds on it. */
function counts({ questionnaire, binding }: BatchFinding, file: EvaluatedFile, catalogue: Catalogue): boolean {
  if (file.basis !== 'binding' || binding !== 'orients') return true;
  return file.questionnaires.some(
    (paper) => paper.binding === 'binds' && catalogue.questionnaires.get(paper.id)?.extends?.base === questionnaire,
  );
}
