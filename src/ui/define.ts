/** An element class that says which version of the library it comes from. */
export interface VersionedElement extends CustomElementConstructor {
  readonly version?: string;
}

/**
 * Registers `element` under `tag`, unless the tag is taken. A page often holds two snippets, each with its own copy of
 * the library: the same version twice is silent, another version gives one warning that names both, and nothing throws.
 */
export function define(tag: string, element: VersionedElement): void {
  if (typeof customElements === 'undefined') return; // a server imports the module for its types only
  const present: VersionedElement | undefined = customElements.get(tag);
  if (present) {
    if (present.version !== element.version)
      console.warn(
        `<${tag}> is already defined by yuniao ${present.version ?? '?'}; ` +
          `version ${element.version ?? '?'} is not used.`,
      );
    return;
  }
  try {
    customElements.define(tag, element);
  } catch (error) {
    console.warn(`<${tag}> could not be defined.`, error);
  }
}
