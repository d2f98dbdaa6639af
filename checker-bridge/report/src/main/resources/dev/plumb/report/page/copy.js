// The command that runs it again goes to the clipboard, or is marked where a page may not do that.

const copy = document.getElementById('copy');
copy.hidden = false;
copy.addEventListener('click', () => {
  const code = document.getElementById('command');
  const done = () => { copy.textContent = 'Copied'; };
  const mark = () => getSelection().selectAllChildren(code);
  if (navigator.clipboard) navigator.clipboard.writeText(code.textContent).then(done, mark);
  else mark();
});
