/** What an operator's token must allow to read the queue, to take steps that the public does not see, and to edit. */
export const DESK_SCOPE = 'desk';
/** To take steps that the public sees, to open notices and to settle objections; beside {@link DESK_SCOPE}. */
export const PUBLISH_SCOPE = 'publish';
/** To export and erase personal data, and to verify the audit trail. */
export const PRIVACY_SCOPE = 'privacy';

/** Any of them makes somebody an operator of the desk. */
export const DESK_SCOPES: readonly string[] = [DESK_SCOPE, PUBLISH_SCOPE, PRIVACY_SCOPE];
