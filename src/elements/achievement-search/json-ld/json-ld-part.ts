import { css, type CSSResult, type ReactiveController } from 'lit';
import { achievementJsonLd } from '../../../domain/json-ld.js';
import type { AchievementHit } from '../../../sdk/index.js';
import type { ElementPart } from '../../../ui/lazy-part.js';
import type { PartTexts } from '../../../ui/localize-controller.js';
import type { Surroundings } from '../surroundings.js';

/** The records that show, in the words of schema.org, in the page itself where crawlers look for them. */
export class JsonLdPart implements ReactiveController, ElementPart {
  readonly texts: PartTexts<never> = { 'zh-CN': {}, en: {} };
  readonly styles: CSSResult = css``;
  readonly #around: Surroundings;
  #script?: HTMLScriptElement;
  #items?: readonly AchievementHit[];

  constructor(around: Surroundings) {
    this.#around = around;
    around.host.addController(this);
  }

  hostUpdated(): void {
    const { host, search } = this.#around;
    const items = host.jsonLd && host.isConnected ? search.answer?.page.items : undefined;
    if (items === this.#items) return;
    this.#items = items;
    this.#script?.remove();
    this.#script = undefined;
    if (items?.length) this.#write(items);
  }

  hostConnected(): void {
    this.#around.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#script?.remove();
    this.#script = undefined;
    this.#items = undefined;
  }

  #write(items: readonly AchievementHit[]): void {
    const { host, l10n, knownLabels: labels, permalink } = this.#around;
    const list = {
      '@context': 'https://schema.org',
      '@type': 'ItemList',
      itemListElement: items.map((item, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        item: achievementJsonLd(item, { url: permalink(item.id) ?? '', lang: l10n.lang, labels }),
      })),
    };
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    // Escaped, so that the markup stays whole where the page is stored as it stands
    setText(script, JSON.stringify(list).replaceAll('<', '\\u003c'));
    host.append(script);
    this.#script = script;
  }
}

interface ScriptPolicy {
  createScript(text: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

let policy: ScriptPolicy | undefined;

/**
 * A page that enforces Trusted Types takes the text of a script by a policy that it allows by name. Where it does not
 * allow ours, the data stands there all the same, since nothing of it is to run, and the browser reports it.
 */
function setText(script: HTMLScriptElement, text: string): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };
  try {
    policy ??= trustedTypes?.createPolicy('yuniao-json-ld', { createScript: (json) => json });
    script.text = policy ? policy.createScript(text) : text;
  } catch {
    script.append(text);
  }
}
