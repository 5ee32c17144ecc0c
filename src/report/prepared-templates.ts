import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';

/** The text of each template, by its name in `templates/`. */
export type TemplateTexts = ReadonlyMap<string, string>;

/** What the build makes of templates: code that needs no compiling, and what it stands for. */
interface Prepared {
  readonly key: string;
  readonly templates: Readonly<Record<string, TemplateSpecification>>;
}

/** The formats whose templates are prepared. */
export const preparedFormats = ['md', 'html'] as const;
export type PreparedFormat = (typeof preparedFormats)[number];

/** Where the build leaves them: beside the code that made them, and that alone reads them. */
export function preparedFile(format: PreparedFormat): string {
  return fileURLToPath(new URL(`templates-${format}.cjs`, import.meta.url));
}

/** A module with all these templates, compiled: filled at once, where compiling takes longer than all the rest. */
export function prepareTemplates(texts: TemplateTexts, options: CompileOptions): string {
  const templates = [...texts].map(([name, text]) => {
    // It writes into the options it is given.
    const code = Handlebars.precompile(text, { ...options });
    return `${JSON.stringify(name)}: ${code},\n`;
  });
  return `exports.key = ${JSON.stringify(keyOf(texts, options))};\nexports.templates = {\n${templates.join('')}};\n`;
}

/** What the build left in a file, if it is of these very texts; `undefined` for others, and where nothing was built. */
export function preparedTemplates(
  file: string,
  texts: TemplateTexts,
  options: CompileOptions,
): Prepared['templates'] | undefined {
  if (!existsSync(file)) return undefined;
  const prepared: Prepared = createRequire(file)(file);
  return prepared.key === keyOf(texts, options) ? prepared.templates : undefined;
}

function keyOf(texts: TemplateTexts, options: CompileOptions): string {
  const parts = [Handlebars.VERSION, options, [...texts]];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
