import { expect, test } from 'vitest';
import { type Supervision, supervisionOf } from '../../src/domain/supervision.ts';

const by = (authority: string, hasExemptions = false) => ({ kind: 'authority', authority, hasExemptions });

test.each<{ name: string; sector?: string; state?: string; expected: unknown }>([
  { name: 'a federal body by the BfDI, whatever its state', sector: 'federal-authority', expected: by('bfdi') },
  { name: 'a municipality by the authority of its state', sector: 'municipality', state: 'nw', expected: by('nw') },
  {
    name: 'a body of the state likewise, with exemptions',
    sector: 'state-authority',
    state: 'he',
    expected: by('he', true),
  },
  { name: 'a company by the authority of its state', sector: 'company', state: 'ni', expected: by('ni') },
  {
    name: 'a Bavarian municipality by the one for public bodies',
    sector: 'municipality',
    state: 'by',
    expected: by('by-public'),
  },
  {
    name: 'a Bavarian association by the one for private bodies',
    sector: 'association',
    state: 'by',
    expected: by('by-private'),
  },
  {
    name: 'a Bavarian hospital by one of the two',
    sector: 'hospital',
    state: 'by',
    expected: {
      ...{ kind: 'by-legal-form', public: 'by-public', private: 'by-private', isUsuallyPrivate: false },
    } satisfies Supervision,
  },
  {
    name: 'a Bavarian company by the one for private bodies, unless it is a public one',
    sector: 'company',
    state: 'by',
    expected: {
      ...{ kind: 'by-legal-form', public: 'by-public', private: 'by-private', isUsuallyPrivate: true },
    } satisfies Supervision,
  },
  {
    name: 'a church under its own rules, whatever its state',
    sector: 'church-hospital',
    state: 'by',
    expected: { kind: 'church' },
  },
  {
    name: 'somebody unknown, while the state is missing',
    sector: 'school',
    expected: { kind: 'open', dependsOn: ['state'] },
  },
  {
    name: 'somebody unknown, while the kind is missing',
    state: 'nw',
    expected: { kind: 'open', dependsOn: ['sector'] },
  },
  { name: 'somebody unknown, while both are missing', expected: { kind: 'open', dependsOn: ['sector', 'state'] } },
  { name: 'nobody that is known, for another kind of body', sector: 'circus', state: 'nw', expected: undefined },
  { name: 'nobody that is known, for another state', sector: 'municipality', state: 'xx', expected: undefined },
])('supervised is $name', ({ sector, state, expected }) => {
  expect(supervisionOf(sector, state)).toEqual(expected);
});
