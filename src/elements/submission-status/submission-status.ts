import { type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { SubmissionState } from '../../domain/submission.js';
import { type Client, parseStatusUrl, type SubmissionsResource } from '../../sdk/index.js';
import { BaseElement } from '../../ui/base-element.js';
import { ClientController } from '../../ui/client-context.js';
import { loadErrorTexts } from '../../ui/error-words.js';
import { hostStyles } from '../../ui/host-styles.js';
import { LazyPart } from '../../ui/lazy-part.js';
import { LoadController } from '../../ui/load-controller.js';
import { LocalizeController } from '../../ui/localize-controller.js';
import { ProblemView } from '../../ui/problem-view.js';
import { stateStyles } from '../../ui/state-styles.js';
import { secretOfFragment, type SubmissionSecret } from '../../ui/submission-secret.js';
import { tokens } from '../../ui/tokens.js';
import type { ManagePart } from './manage/manage-part.js';
import {
  messages,
  type SubmissionStatusFirstKey,
  type SubmissionStatusKey,
  type SubmissionStatusMessages,
} from './messages.js';
import type { ResubmitPart } from './outcomes/resubmit-part.js';
import { readSecret } from './secret.js';
import type { SubmissionStatusEventMap } from './submission-status.events.js';
import { styles } from './submission-status.styles.js';
import { submissionStatusTemplate } from './submission-status.templates.js';

/** The properties by which a page names a submission. */
const NAMING = ['statusUrl', 'reference', 'key', 'fromFragment'] as const;

/**
 * Shows whoever sent a demand, an achievement or an enquiry where it stands (办理进度): its steps with the notes of the
 * platform's staff, the public notice, what was published, and the consents given. It lets them take consents or the
 * whole submission back, and get or erase their personal data.
 *
 * The key in the link of the receipt proves whose submission it is. It is kept in memory alone: never in the page's
 * address, in storage or in a log, and never sent to anybody but the platform.
 *
 * @summary Where a submission stands, for whoever sent it.
 * @customElement yn-submission-status
 * @status experimental
 * @since 0.1.0
 * @slot - Shows until the element's code has come, and to visitors without scripts.
 * @slot ask - Replaces the form that asks for the link; set `statusUrl` from your own.
 * @fires {CustomEvent<SubmissionChangeDetail>} yn-change - The reader has withdrawn something or erased their data: `{action, state}`. Does not bubble.
 * @fires {CustomEvent<ResubmitDetail>} yn-resubmit - The reader wants to correct what was returned: `{reference, key, kind, statusUrl}`, for a page that opens the form itself (`form.statusUrl = statusUrl`). Cancel it then. Bubbles.
 * @fires {CustomEvent<SubmissionStatusErrorDetail>} yn-error - A request failed: `{error}`. Does not bubble.
 * @csspart base - Wrapper of everything.
 * @csspart ask-form - The form that asks for the link, or for reference and key.
 * @csspart input - A field of it.
 * @csspart ask-button - Sends it.
 * @csspart heading - A heading.
 * @csspart eyebrow - What kind of submission it is.
 * @csspart standing - Where it stands and what that means.
 * @csspart status - The word for it.
 * @csspart notice - The public notice.
 * @csspart record-link - Leads to what was published.
 * @csspart facts - Reference and dates.
 * @csspart refresh-button - Asks again.
 * @csspart again-button - Leads back to the form that asks for the link.
 * @csspart resubmit - Offers to correct what was returned.
 * @csspart resubmit-button - The link or button that leads to the form.
 * @csspart steps - What has happened so far.
 * @csspart step - One step.
 * @csspart manage - Consents, and what else the reader can do; closed at first.
 * @csspart consent - One consent.
 * @csspart withdraw-consent-button - Takes it back.
 * @csspart download-button - Saves the personal data.
 * @csspart withdraw-button - Takes the submission back.
 * @csspart erase-button - Erases the personal data.
 * @csspart question - Asks whether that is really wanted.
 * @csspart keep-button - The answer no.
 * @csspart confirm-button - The answer yes.
 * @csspart loading-view - Placeholder while the answer takes long.
 * @csspart error-view - Message when nothing could be shown.
 * @csspart error-banner - Message above what was shown before.
 * @csspart retry-button - Tries again.
 * @csspart config-view - Message to the page's author when no platform is named.
 * @cssprop [--yn-color-accent=#0b7a5c] - Standing, links, buttons, focus ring. Darker than 4.5:1 on the surface.
 * @cssprop [--yn-color-on-accent=#fff] - Text on the accent colour.
 * @cssprop [--yn-color-text=#1a2421] - Text.
 * @cssprop [--yn-color-muted=#54635d] - Secondary text.
 * @cssprop [--yn-color-line=#dbe3df] - Lines between things.
 * @cssprop [--yn-color-edge=#7c8a84] - Edges of controls.
 * @cssprop [--yn-color-surface=#fff] - Background of controls.
 * @cssprop [--yn-color-tint=#f1f6f4] - Background of notes.
 * @cssprop [--yn-color-danger=#b3261e] - What cannot be undone, and errors.
 * @cssprop [--yn-radius=6px] - Corners.
 * @cssprop [--yn-space=8px] - Unit of all distances.
 * @cssprop [--yn-font-family=system-ui] - Typeface; `inherit` takes the page's.
 * @cssState idle - No submission is named yet.
 * @cssState loading - The first answer is awaited.
 * @cssState stalled - The first answer takes long.
 * @cssState refreshing - A newer answer is awaited, the older one shows.
 * @cssState ready - A submission shows.
 * @cssState error - The last request failed, or there is no such submission.
 * @example
 * <yn-submission-status api="https://platform.example.org" from-fragment></yn-submission-status>
 */
export class YnSubmissionStatus extends BaseElement<SubmissionStatusEventMap> {
  static override readonly styles: CSSResultGroup = [tokens, hostStyles, stateStyles, styles];

  /** Address of the platform. Not needed inside a `<yn-provider>`, which comes first. */
  @property() api?: string;
  /** Publishable key of the site, if the platform asks for one. Goes with `api`. */
  @property({ attribute: 'site-key' }) siteKey?: string;
  /** A client made by `createClient()`; comes before `<yn-provider>` and `api`. */
  @property({ attribute: false }) client?: Client;
  /** Own words for some texts; see `yuniao/locales/zh-cn.js` for all keys. */
  @property({ attribute: false }) messages?: SubmissionStatusMessages;

  /** The `statusUrl` of a receipt. Comes before `reference` and `key`. */
  @property({ attribute: false }) statusUrl?: string;
  /** Reference of a submission. Goes with `key`. */
  @property() reference?: string;
  /** The secret key that goes with `reference`. Whoever can read the page can read it. */
  @property() key?: string;
  /**
   * Reads `#reference=…&key=…` from the page's address, which browsers send to nobody. The address itself is left as it
   * is.
   */
  @property({ type: Boolean, attribute: 'from-fragment' }) fromFragment = false;
  /**
   * Page with the form for demands that were returned for revision, such as `demand.html`. Reference and key travel in
   * its fragment, for a `<yn-demand-form from-fragment>` to take.
   */
  @property({ attribute: 'edit-href-demand' }) editHrefDemand?: string;
  /** Likewise for achievements. */
  @property({ attribute: 'edit-href-achievement' }) editHrefAchievement?: string;
  /** Likewise for enquiries. */
  @property({ attribute: 'edit-href-enquiry' }) editHrefEnquiry?: string;
  /** Heading of the form that asks for the link. Unset: a word for what this is. */
  @property() heading?: string;
  /** Level of the headings, 1 to 6, to fit the page's own. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;
  /** `light` or `dark`, for pages that do not state their `color-scheme`. Unset: as the page. */
  @property({ reflect: true }) appearance?: 'light' | 'dark';

  /** What the reader has named; `false` after they asked for another one. */
  @state() private entered?: SubmissionSecret | false | undefined;
  @state() private isAskFaulty = false;
  /** Whether the part for consents and data was opened but could not be had. */
  @state() private isManageMissing = false;
  #secret?: SubmissionSecret | undefined;

  readonly #clients: ClientController = new ClientController(this);
  readonly #l10n: LocalizeController<SubmissionStatusKey, SubmissionStatusFirstKey> = new LocalizeController(
    this,
    messages,
  );
  readonly #problem: ProblemView = new ProblemView(this, this.#l10n);
  readonly #manage: LazyPart<ManagePart> = new LazyPart<ManagePart>(this, this.#l10n, async () => {
    const part = await import('./manage/manage-part.js');
    return new part.ManagePart({
      host: this,
      l10n: this.#l10n,
      submissions: () => this.#clients.client?.submissions,
      secret: () => this.#secret,
      changed: (detail) => {
        this.#request.value = detail.state;
        this.requestUpdate();
        this.dispatchEvent(new CustomEvent('yn-change', { detail }));
      },
      failed: (error) => {
        this.#tell(error);
      },
    });
  });
  readonly #resubmit: LazyPart<ResubmitPart> = new LazyPart<ResubmitPart>(this, this.#l10n, async () => {
    const part = await import('./outcomes/resubmit-part.js');
    return new part.ResubmitPart({
      host: this,
      l10n: this.#l10n,
      client: () => this.#clients.client,
      secret: () => this.#secret,
      hrefs: () => ({
        demand: this.editHrefDemand,
        achievement: this.editHrefAchievement,
        enquiry: this.editHrefEnquiry,
      }),
    });
  });
  readonly #request: LoadController<SubmissionsResource, SubmissionState> = new LoadController(this, {
    source: () => (this.#secret ? this.#clients.client?.submissions : undefined),
    key: () => JSON.stringify([this.#secret, this.#l10n.lang]),
    load: async (submissions, signal) => {
      const { reference = '', key = '' } = this.#secret ?? {};
      return submissions.state(reference, key, { lang: this.#l10n.lang, signal });
    },
    isEmpty: () => false,
    onAnswer: () => {
      loadErrorTexts(this.#l10n);
    },
    onFailure: (error) => {
      this.#tell(error);
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHashChange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHashChange);
  }

  /** Asks the platform again where the submission stands. */
  refresh(): void {
    this.#request.refresh();
  }

  protected override willUpdate(changed: PropertyValues<YnSubmissionStatus>): void {
    if (NAMING.some((name) => changed.has(name))) this.entered = undefined;
    const secret = this.entered ?? this.#named;
    if (this.#request.value?.actions.includes('resubmit')) void this.#resubmit.load();
    const before = JSON.stringify(this.#secret);
    this.#secret = secret || undefined;
    // What is shown of one submission is never to stand in for another
    if (this.#request.value && JSON.stringify(this.#secret) !== before) this.#request.reset();
  }

  protected override updated(): void {
    this.showState(this.#request.state);
  }

  protected override render(): TemplateResult {
    const { problem } = this.#clients;
    if (problem) return this.#problem.template(problem, this.api);
    const { state: requestState, error, value } = this.#request;
    return submissionStatusTemplate({
      l10n: this.#l10n,
      heading: this.heading,
      headingLevel: this.headingLevel,
      state: requestState,
      error,
      submission: value,
      canAsk: this.entered !== undefined || requestState === 'error',
      isAsking: this.#secret === undefined,
      isAskFaulty: this.isAskFaulty,
      resubmit: this.#resubmit.part,
      manage: this.#manage.part,
      isManageMissing: this.isManageMissing,
      ask: this.#onAsk,
      askAnew: this.#onAskAnew,
      retry: this.#onRetry,
      openManage: this.#onOpenManage,
    });
  }

  /** The submission that the page names. */
  get #named(): SubmissionSecret | undefined {
    const { statusUrl, reference, key } = this;
    if (statusUrl !== undefined) return parseStatusUrl(statusUrl);
    if (reference && key) return { reference, key };
    return this.fromFragment ? secretOfFragment(location.hash) : undefined;
  }

  #tell(error: unknown): void {
    this.dispatchEvent(new CustomEvent('yn-error', { detail: { error } }));
  }

  readonly #onAsk = (event: SubmitEvent): void => {
    event.preventDefault();
    const [link, key] = ['link', 'key'].map((id) => this.renderRoot.querySelector<HTMLInputElement>(`#${id}`));
    const secret = readSecret(link?.value ?? '', key?.value ?? '');
    this.isAskFaulty = !secret;
    if (secret) this.entered = secret;
    else link?.focus();
  };

  readonly #onAskAnew = (): void => {
    this.entered = false;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#link')?.focus());
  };

  readonly #onOpenManage = async ({ currentTarget }: Event): Promise<void> => {
    if ((currentTarget as HTMLDetailsElement).open) this.isManageMissing = !(await this.#manage.load());
  };

  readonly #onRetry = (): void => {
    this.refresh();
  };

  readonly #onHashChange = (): void => {
    if (this.fromFragment) this.requestUpdate('fromFragment');
  };
}
