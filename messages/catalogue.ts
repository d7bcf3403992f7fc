/** Messages by namespace (one file each in messages/<language>/) and key. */
export type Catalogue = { readonly [key: string]: string | Catalogue };
