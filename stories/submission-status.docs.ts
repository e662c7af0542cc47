/** The page about `<yn-submission-status>` for whoever embeds it, as Markdown. */
export const submissionStatusDocs = `
Shows whoever sent a demand, an achievement or an enquiry where it stands: every step with what the platform's staff said,
the public notice, what was published, and the consents given. They can take consents or all of it back, and get or erase
their personal data.

## In any page

\`\`\`html
<script type="module" src="https://platform.example.org/embed/yuniao.js"></script>
<yn-submission-status api="https://platform.example.org" from-fragment>
  <p>请打开提交成功时收到的查询链接。</p>
</yn-submission-status>
\`\`\`

Without more it asks for the link of the receipt, or for reference number and key. A page can name the submission itself:

- \`element.statusUrl = receipt.statusUrl\`, right after a form was sent (event \`yn-submitted\`);
- the attributes \`reference\` and \`key\`, where the page is for that person alone;
- \`from-fragment\`: \`…/status.html#reference=D26-7K4Q-X9MT&key=…\`. Browsers send that part of an address to nobody.

## The key is a secret

Whoever has it can read the submission, withdraw it and erase the personal data. The element keeps it in memory alone: it
writes it to no address, no storage and no log, its fields are not remembered by the browser, and links to other pages are
followed without a referrer.

## Events

\`yn-change\` tells of a withdrawal or an erasure that the platform has confirmed: \`{action, state}\`. \`yn-error\` tells of a
request that failed: \`{error}\`.
`;
