// What a page that embeds the search may do with a visitor's question: open the enquiry form in a dialog of its own.
const isEnglish = document.documentElement.lang.startsWith('en');

document.addEventListener('yn-enquire', (event) => {
  event.preventDefault();
  const { achievement } = event.detail;
  const titles = achievement.title;
  const dialog = document.createElement('dialog');
  dialog.className = 'enquire';
  dialog.setAttribute('aria-label', isEnglish ? 'Ask a question' : '咨询');

  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'enquire-close';
  close.textContent = isEnglish ? 'Close' : '关闭';
  close.addEventListener('click', () => dialog.close());

  const form = document.createElement('yn-enquiry-form');
  form.setAttribute('api', '/');
  form.setAttribute('record-id', achievement.id);
  form.setAttribute('record-title', titles[document.documentElement.lang] ?? Object.values(titles)[0]);

  dialog.append(close, form);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
});
