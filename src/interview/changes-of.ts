import { type Answer, hasExpired, type Proof } from '../domain/answer.ts';
import { messengerQuestion, type SubjectField } from '../domain/assessment.ts';
import type { Language } from '../domain/language.ts';
import { type Proposal, profileOrigin, recheckDay } from '../domain/messenger-profile.ts';
import type { Change } from '../domain/with-change.ts';
import { describeFactSources, messengerName } from '../wording/describe-fact.ts';
import type { Wording } from '../wording/wording.ts';
import type { Reply } from './prompter.ts';
import type { InterviewState, QuestionStep, ScopeStep, Step } from './steps.ts';

/** What is needed to turn a reply into changes. */
export interface Replying {
  readonly language: Language;
  readonly words: Wording;
  readonly state: Pick<InterviewState, 'assessment' | 'catalogue' | 'evaluation'>;
}

/** What a reply changes; nothing where it only moves on. Note and evidence of an earlier answer stay with it. */
export function changesOf(step: Step, reply: Reply, replying: Replying): readonly Change[] {
  switch (step.kind) {
    case 'subject':
      return reply.kind === 'value' ? [subjectChange(step.field, String(reply.value))] : [];
    case 'scope':
      return reply.kind === 'value' && typeof reply.value === 'object' ? [chosen(step, reply.value)] : [];
    case 'proposals':
      return step.proposed
        .filter(({ id }) => reply.kind === 'value' && typeof reply.value === 'object' && reply.value.includes(id))
        .flatMap((one) => changesOf(one, { kind: 'proposal' }, replying));
    case 'question': {
      if (step.id === messengerQuestion) {
        return reply.kind === 'value' ? [subjectChange(step.id, String(reply.value))] : [];
      }
      const answer = answerOf(step, reply, replying);
      return answer === undefined ? [] : [{ kind: 'answer', key: step.id, answer }];
    }
  }
}

function subjectChange(field: SubjectField | typeof messengerQuestion, value: string): Change {
  return { kind: 'subject', field, value };
}

function chosen({ offers }: ScopeStep, ids: readonly string[]): Change {
  const taken = offers.filter(({ questionnaire }) => ids.includes(questionnaire.id));
  return {
    kind: 'questionnaires',
    versions: new Map(taken.map(({ questionnaire: { id, version } }) => [id, version])),
  };
}

function answerOf({ id, proposal }: QuestionStep, reply: Reply, replying: Replying): Answer | undefined {
  const earlier = replying.state.assessment.answers.get(id);
  switch (reply.kind) {
    case 'value':
      return { state: 'given', value: reply.value, ...validRecord(earlier, replying) };
    case 'unknown':
      return { state: 'unknown', reason: reply.reason, ...recordOf(earlier) };
    case 'not-applicable':
      return { state: 'not-applicable', reason: reply.reason, ...validRecord(earlier, replying) };
    case 'proposal':
      return proposal && acceptedAnswer(proposal, earlier, replying);
    case 'note': {
      const { note: _, ...rest } = writable(earlier);
      return reply.note === '' ? rest : { ...rest, note: reply.note };
    }
    case 'evidence':
      return { ...writable(earlier), evidence: reply.evidence };
    default:
      return undefined;
  }
}

/** What note or proof can be added to: where there is no answer yet, an open one. */
function writable(earlier: Answer | undefined): Answer {
  if (earlier === undefined) return { state: 'unknown', reason: 'not-known-yet', evidence: [] };
  const isMisfit = earlier.state === 'unknown' && earlier.reason === 'no-longer-fits';
  return isMisfit ? { ...earlier, reason: 'to-be-checked' } : earlier;
}

type Remarks = Pick<Answer, 'note' | 'evidence'>;

function recordOf(earlier: Answer | undefined): Remarks {
  return { evidence: earlier?.evidence ?? [], ...(earlier?.note !== undefined && { note: earlier.note }) };
}

/** The record without proofs that would void a new answer at once; what they said moves to the note. */
function validRecord(earlier: Answer | undefined, { state, words }: Replying): Remarks {
  const { note, evidence } = recordOf(earlier);
  const { date } = state.evaluation;
  const past = evidence.filter((proof) => hasExpired(proof, date)).map(words.interview.pastEvidence);
  const lines = [...(note === undefined ? [] : [note]), ...past];
  return {
    evidence: evidence.filter((proof) => !hasExpired(proof, date)),
    ...(lines.length > 0 && { note: lines.join('\n') }),
  };
}

/** The proposed answer with where it comes from; it counts until the facts are to be checked again. */
function acceptedAnswer(
  { profile, fact, value }: Proposal,
  earlier: Answer | undefined,
  { state: { catalogue, evaluation }, language, words }: Replying,
): Answer {
  const proof: Proof = {
    text: words.interview.proposalEvidence(
      messengerName(profile, catalogue, language),
      fact.value[language],
      describeFactSources(fact, { catalogue, language }),
    ),
    date: profile.researched,
    validUntil: recheckDay(fact, profile),
  };
  const { evidence, ...record } = recordOf(earlier);
  const valid = evidence.filter((one) => !hasExpired(one, evaluation.date));
  return { state: 'given', value, origin: profileOrigin, ...record, evidence: [...valid, proof] };
}
