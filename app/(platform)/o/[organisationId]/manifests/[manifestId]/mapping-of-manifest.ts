import { MANIFEST_FIELDS, type ManifestView, type MappingInput } from "@/modules/manifests/schema";

/** The mapping that reads a file exactly as this manifest was read. */
export function mappingOfManifest(manifest: ManifestView): MappingInput {
  const { columns, ...options } = manifest.mapping;
  return {
    ...options,
    columns: Object.fromEntries(
      MANIFEST_FIELDS.map((field) => [field, columns[field] ?? ""]),
    ) as typeof columns,
    ...(manifest.encoding === null ? {} : { encoding: manifest.encoding }),
    ...(manifest.delimiter === null ? {} : { delimiter: manifest.delimiter }),
  };
}
