import { describe, expect, test } from 'vitest';
import { requirementsOf } from '../../src/domain/questionnaire.ts';
import { main } from '../../src/main.ts';
import { fakeIo } from '../support/fake-io.ts';
import { mistakesInOscal } from '../support/official-schemas.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';

interface Control {
  readonly id: string;
  readonly title: string;
  readonly props: readonly { readonly name: string; readonly value: string }[];
  readonly links?: readonly { readonly href: string }[];
  readonly parts: readonly { readonly name: string; readonly prose: string }[];
}
interface Group {
  readonly id: string;
  readonly groups?: readonly Group[];
  readonly controls?: readonly Control[];
}
interface Catalog {
  readonly metadata: { readonly version: string };
  readonly groups: readonly Group[];
  readonly 'back-matter': { readonly resources: readonly { readonly uuid: string }[] };
}

async function shown(...flags: readonly string[]): Promise<Catalog> {
  const io = fakeIo();
  expect(await main(['questionnaires', 'show', ...flags, '--format', 'oscal'], io)).toBe(0);
  const document = JSON.parse(io.out());
  expect(mistakesInOscal.catalog(document)).toEqual([]);
  return document.catalog;
}

const controlsIn = (groups: readonly Group[]): readonly Control[] =>
  groups.flatMap(({ groups: inner = [], controls = [] }) => [...controls, ...controlsIn(inner)]);

describe.each(['de', 'en'] as const)('the catalog in %s', (language) => {
  test('has a group for every questionnaire and a control for every requirement', async () => {
    const catalog = await shown('--lang', language);
    const questionnaires = [...shippedCatalogue.questionnaires.values()];
    expect(catalog.groups.map(({ id }) => id)).toEqual(questionnaires.map(({ id }) => id));
    const requirements = questionnaires.flatMap(requirementsOf);
    const controls = controlsIn(catalog.groups);
    expect(controls.map(({ id }) => id)).toEqual(requirements.map(({ id }) => id));
    for (const [at, { title, level, checked, measure }] of requirements.entries()) {
      const control = controls[at] as Control;
      expect(control.title).toBe(title[language]);
      const values = Object.fromEntries(control.props.map(({ name, value }) => [name, value]));
      expect(values).toMatchObject({ level, checked });
      expect(control.parts.map(({ name }) => name)).toEqual([
        'statement',
        'guidance',
        'assessment-objective',
        'overview',
      ]);
      expect(control.parts[1]?.prose).toBe(measure[language].replaceAll(/[\\`*_[\]<>{}~^]/g, '\\$&'));
    }
  });

  test('has every source that is linked, and every id once', async () => {
    const catalog = await shown('--lang', language);
    const there = new Set(catalog['back-matter'].resources.map(({ uuid }) => `#${uuid}`));
    const linked = controlsIn(catalog.groups).flatMap(({ links = [] }) => links.map(({ href }) => href));
    expect(linked.filter((href) => !there.has(href))).toEqual([]);
    const ids = [...JSON.stringify(catalog).matchAll(/"(?:uu)?id":"([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('of one questionnaire it has that version and that group', async () => {
  const catalog = await shown('dsk-krankenhaus');
  expect(catalog.metadata.version).toBe(shippedCatalogue.questionnaires.get('dsk-krankenhaus')?.version);
  expect(catalog.groups.map(({ id }) => id)).toEqual(['dsk-krankenhaus']);
});

test('no table can be had as a catalog, and no catalog of what there is not', async () => {
  expect(await main(['questionnaires', 'show', '--matrix', '--format', 'oscal'], fakeIo())).toBe(2);
  expect(await main(['questionnaires', 'show', 'dsk', '--format', 'oscal'], fakeIo())).toBe(2);
  expect(await main(['questionnaires', 'show', '--matrix'], fakeIo())).toBe(0);
});
