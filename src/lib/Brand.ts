declare const brand: unique symbol;

/** A primitive that has been proved to be one particular thing: `Brand<string, 'StateName'>`. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
