import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The time that ZIP files know as their first, whatever the time zone. */
const noTime = new Date(1980, 0, 1);

/**
 * The same document for the same report: without the clock and the random ids that the library puts into it, dated to
 * the `day` (`YYYY-MM-DD`) of the report, and with its language among the metadata.
 */
export function reproducible(
  docx: Uint8Array,
  { day, locale }: { readonly day: string; readonly locale: string },
): Uint8Array {
  const parts = unzipSync(docx);
  const ids = stableIds(Object.entries(parts).filter(([name]) => name.endsWith('.rels')));
  const settled = Object.entries(parts).map(([name, bytes]) => {
    if (name === 'docProps/core.xml') return [name, strToU8(dated(strFromU8(bytes), day, locale))] as const;
    return [
      name,
      ids.size > 0 && /^word\/.*\.(xml|rels)$/.test(name) ? strToU8(renamed(strFromU8(bytes), ids)) : bytes,
    ] as const;
  });
  return zipSync(Object.fromEntries(settled), { mtime: noTime, level: 6 });
}

function dated(core: string, day: string, locale: string): string {
  return core
    .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)
    .replace('</cp:coreProperties>', `<dc:language>${locale}</dc:language></cp:coreProperties>`);
}

/** A number for each random id of a link, in the order of the document. */
function stableIds(relations: readonly (readonly [string, Uint8Array])[]): ReadonlyMap<string, string> {
  const ids = relations.flatMap(([, bytes]) => [...strFromU8(bytes).matchAll(/ Id="(rId[^"]*[^"\d][^"]*)"/g)]);
  return new Map([...new Set(ids.map(([, id = '']) => id))].map((id, at) => [id, `rIdLink${at + 1}`]));
}

/** Only ids that the library drew at random, or counted, are renamed: no text can hold them. */
function renamed(xml: string, ids: ReadonlyMap<string, string>): string {
  let pictures = 0;
  // The library counts pictures on from document to document.
  const counted = xml.replaceAll(/(<wp:docPr id=)"\d+"/g, (_, start: string) => `${start}"${++pictures}"`);
  return counted.replaceAll(/"(rId[^"]+)"/g, (whole, id: string) => {
    const stable = ids.get(id);
    return stable === undefined ? whole : `"${stable}"`;
  });
}
