import type { Catalogue } from '../domain/catalogue.ts';
import type { Language } from '../domain/language.ts';
import type { Questionnaire, Section } from '../domain/questionnaire.ts';
import { levelRemarks, type Requirement } from '../domain/requirement.ts';
import type { Wording } from '../wording/wording.ts';
import { describeSources, sourcesOf } from './list-sources.ts';
import { dateTime, listed, markup, markupLine, oscalVersion, props, statementId, token, uuidOf } from './oscal.ts';
import type { ReportSource } from './report.ts';
import { sayCondition } from './say-condition.ts';

export interface OscalCatalogInput {
  readonly catalogue: Catalogue;
  readonly questionnaires: readonly Questionnaire[];
  readonly language: Language;
  readonly words: Wording;
  /** Day on which it is made, `YYYY-MM-DD`. */
  readonly date: string;
  /** Of messenger-check. */
  readonly version: string;
}

/** Questionnaires as a catalog of NIST OSCAL: groups of groups, and each requirement as a control. */
export function renderOscalCatalog(input: OscalCatalogInput): string {
  const { catalogue, questionnaires, language, words, date, version } = input;
  const [only] = questionnaires;
  const isOne = questionnaires.length === 1 && only !== undefined;
  const cited = describeSources(new Set(questionnaires.flatMap((one) => [...sourcesOf(one)])), input);
  const catalog = {
    uuid: uuidOf(
      'catalog',
      version,
      language,
      ...questionnaires.map(({ id }) => id),
      ...catalogue.files.map(({ sha256 }) => sha256),
    ),
    metadata: {
      title: markupLine(isOne ? only.title[language] : words.batch.oscal.catalogue),
      'last-modified': dateTime(date),
      version: isOne ? only.version : version,
      'oscal-version': oscalVersion,
      remarks: markup([words.form.disclaimer, words.report.producedWith(version)]),
    },
    ...listed(
      'groups',
      questionnaires.map((one) => paperOf(one, input)),
    ),
    ...(cited.length > 0 && { 'back-matter': { resources: cited.map(resourceOf) } }),
  };
  return `${JSON.stringify({ catalog }, null, 2)}\n`;
}

function paperOf(questionnaire: Questionnaire, input: OscalCatalogInput): object {
  const { language } = input;
  const { id, version, source, authority, title, summary, scope, notice, sections } = questionnaire;
  return {
    id: token(id),
    class: 'questionnaire',
    title: markupLine(title[language]),
    props: props({ version, authority: authority[language] }),
    links: [linkTo(source)],
    parts: [
      {
        id: `${token(id)}_overview`,
        name: 'overview',
        prose: markup([summary[language], scope[language], notice[language]]),
      },
    ],
    ...listed(
      'groups',
      sections.map((section) => sectionOf(section, questionnaire, input)),
    ),
  };
}

function sectionOf(
  { id, title, requirements }: Section,
  questionnaire: Questionnaire,
  input: OscalCatalogInput,
): object {
  return {
    id: token(`${questionnaire.id}_${id}`),
    class: 'section',
    title: markupLine(title[input.language]),
    ...listed(
      'controls',
      requirements.map((requirement) => controlOf(requirement, input)),
    ),
  };
}

function controlOf(requirement: Requirement, input: OscalCatalogInput): object {
  const { language } = input;
  const { id, title, level, checked, ref, law, asOf, evidenceClass, addressee, issuer, sources } = requirement;
  return {
    id: token(id),
    class: 'requirement',
    title: markupLine(title[language]),
    props: [
      { name: 'label', value: id },
      ...props({ level, checked, 'evidence-class': evidenceClass, ref: ref[language], 'as-of': asOf[language] }),
      ...levelRemarks(requirement).flatMap((remark) => props({ 'level-remark': input.words[remark] })),
      ...law.flatMap((one) => props({ law: one[language] })),
      ...props({ addressee: addressee?.[language], issuer: issuer?.[language], each: requirement.each }),
    ],
    ...listed('links', sources.map(linkTo)),
    parts: partsOf(requirement, input),
  };
}

/** What is demanded and when it is met; what to do; what is wrong where it is not met, and how far that was seen. */
function partsOf(requirement: Requirement, { catalogue, language, words }: OscalCatalogInput): readonly object[] {
  const { id, title, measure, finding, basis, appliesWhen, fulfilledWhen, partialWhen } = requirement;
  const say = (condition: typeof fulfilledWhen) =>
    sayCondition(condition, { questions: catalogue.questions, language, words });
  const { form } = words;
  const conditions = [
    ...(appliesWhen ? [`${form.appliesWhen}: ${say(appliesWhen)}`] : []),
    `${form.fulfilledWhen}: ${say(fulfilledWhen)}`,
    ...(partialWhen ? [`${form.partialWhen}: ${say(partialWhen)}`] : []),
  ];
  return [
    { id: statementId(id), name: 'statement', prose: markup([title[language]]) },
    { id: `${token(id)}_gdn`, name: 'guidance', prose: markup([measure[language]]) },
    { id: `${token(id)}_obj`, name: 'assessment-objective', prose: markup(conditions) },
    { id: `${token(id)}_ovw`, name: 'overview', prose: markup([finding[language], basis[language]]) },
  ];
}

function linkTo(source: string): object {
  return { href: `#${resourceId(source)}`, rel: 'reference' };
}

function resourceOf({ id, authority, title, date, url, checked, seen }: ReportSource): object {
  return {
    uuid: resourceId(id),
    title: markupLine(title),
    description: markup([seen]),
    props: props({ id, checked: checked.id }),
    citation: { text: markupLine([authority, title, date].filter(Boolean).join(', ')) },
    ...(URL.canParse(url) && { rlinks: [{ href: new URL(url).href }] }),
  };
}

function resourceId(source: string): string {
  return uuidOf('source', source);
}
