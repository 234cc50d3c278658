declare module "norway-postal-codes" {
  /** Post towns in capitals, by four-digit postcode. */
  const towns: Readonly<Record<string, string>>;
  export = towns;
}
