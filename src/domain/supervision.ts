/** The supervisory authorities of the federation and of the states; Bavaria has two. */
export const authorities = [
  'bfdi',
  'bw',
  'by-public',
  'by-private',
  'be',
  'bb',
  'hb',
  'hh',
  'he',
  'mv',
  'ni',
  'nw',
  'rp',
  'sl',
  'sn',
  'st',
  'sh',
  'th',
] as const;
export type Authority = (typeof authorities)[number];

/** Who supervises an organisation, as far as its kind and its state tell. */
export type Supervision =
  | { readonly kind: 'authority'; readonly authority: Authority; readonly hasExemptions: boolean }
  /** Public and private bodies come under different authorities, and its kind does not tell which of them it is. */
  | {
      readonly kind: 'by-legal-form';
      readonly public: Authority;
      readonly private: Authority;
      /** A company is private unless it is shown to be a public body. */
      readonly isUsuallyPrivate: boolean;
    }
  /** Under rules of its own, if its church has any. */
  | { readonly kind: 'church' }
  | { readonly kind: 'open'; readonly dependsOn: readonly SupervisionQuestion[] };

/** The questions whose answers tell, by their ids. */
export const supervisionQuestions = ['sector', 'state'] as const;
export type SupervisionQuestion = (typeof supervisionQuestions)[number];

type Body = 'federal' | 'public' | 'public-with-exemptions' | 'either' | 'usually-private' | 'private' | 'church';

/** What a body is, by the answer to `sector`. Courts and broadcasters of a state come under special rules. */
const bodies: Readonly<Record<string, Body>> = {
  'federal-authority': 'federal',
  'state-authority': 'public-with-exemptions',
  municipality: 'public',
  school: 'either',
  university: 'either',
  hospital: 'either',
  'church-hospital': 'church',
  church: 'church',
  company: 'usually-private',
  association: 'private',
};

/** Nothing where an answer is none that is known here: then nothing can be said. */
export function supervisionOf(sector: string | undefined, state: string | undefined): Supervision | undefined {
  const body = sector === undefined ? undefined : bodies[sector];
  if (sector !== undefined && body === undefined) return undefined;
  if (body === 'federal') return { kind: 'authority', authority: 'bfdi', hasExemptions: false };
  if (body === 'church') return { kind: 'church' };
  if (body === undefined || state === undefined) {
    const missing = { sector: body === undefined, state: state === undefined };
    return { kind: 'open', dependsOn: supervisionQuestions.filter((question) => missing[question]) };
  }
  return inState(body, state);
}

/** Those that are competent, or may be. Of churches, none that is known here; of companies, the one for private bodies. */
export function competentAuthorities(supervision: Supervision | undefined): readonly Authority[] {
  switch (supervision?.kind) {
    case 'authority':
      return [supervision.authority];
    case 'by-legal-form':
      return supervision.isUsuallyPrivate ? [supervision.private] : [supervision.public, supervision.private];
    default:
      return [];
  }
}

function inState(body: Body, state: string): Supervision | undefined {
  const hasExemptions = body === 'public-with-exemptions';
  if (state !== 'by') {
    const authority = authorities.find((one) => one === state);
    return authority && { kind: 'authority', authority, hasExemptions };
  }
  if (body === 'either' || body === 'usually-private') {
    const isUsuallyPrivate = body === 'usually-private';
    return { kind: 'by-legal-form', public: 'by-public', private: 'by-private', isUsuallyPrivate };
  }
  return { kind: 'authority', authority: body === 'private' ? 'by-private' : 'by-public', hasExemptions };
}
