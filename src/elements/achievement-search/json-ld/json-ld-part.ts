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
    const script = host.ownerDocument.createElement('script');
    script.type = 'application/ld+json';
    const list = {
      '@context': 'https://schema.org',
      '@type': 'ItemList',
      itemListElement: items.map((item, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        item: achievementJsonLd(item, { url: permalink(item.id) ?? '', lang: l10n.lang, labels }),
      })),
    };
    // A text node: the setters of a script's text are closed where the page enforces Trusted Types. Escaped, so that
    // the markup stays whole where the page is stored as it stands.
    script.append(JSON.stringify(list).replaceAll('<', '\\u003c'));
    host.append(script);
    this.#script = script;
  }
}
