/** Which part of a package leads to which (ECMA-376 Part 2, §9.3): programs choose the names of parts. */
import { walkXml } from '../xml/walk.ts';
import type { Format } from '../limits.ts';
import type { Archive } from '../zip/archive.ts';

export interface Relation {
  readonly id: string;
  /** The last word of its type: officeDocument, styles, numbering, worksheet. */
  readonly type: string;
  /** A name in the archive, to be looked up. */
  readonly target: string;
}

/** The folder of a part, with its slash; '' for the root. */
const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** word/ and ../media/one.png → media/one.png. What leads out of the package names nothing in it. */
function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** @param part whose relations are asked for; '' for the package itself */
export function relationsOf(archive: Archive, part: string, format: Format): readonly Relation[] {
  const folder = folderOf(part);
  const bytes = archive.read(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (bytes === null) return relations;
  walkXml(bytes, format, {
    open: (name, attribute) => {
      if (name === 'Relationship' && attribute('TargetMode') !== 'External')
        relations.push({
          id: attribute('Id') ?? '',
          type: (attribute('Type') ?? '').replace(/^.*\//, ''),
          target: resolved(folder, attribute('Target') ?? ''),
        });
    },
  });
  return relations;
}

/** The part of a type that a part leads to, or the one that has the usual name. */
export const partOf = (relations: readonly Relation[], type: string, usual: string): string =>
  relations.find((relation) => relation.type === type)?.target ?? usual;
