(() => {
  'use strict';
  const all = (selector) => [...document.querySelectorAll(selector)];
  const cards = all('.card');
  const selectable = all('[data-s]');
  const messages = all('.message');
  let selected = -1;

  document.documentElement.classList.add('js');

  const numberOf = (element) => Number(element.dataset.s);
  const indexOf = (number) => cards.findIndex((card) => numberOf(card) === number);

  function select(index, from) {
    selected = Math.max(0, Math.min(index, cards.length - 1));
    const number = numberOf(cards[selected]);
    for (const element of selectable) {
      const on = numberOf(element) === number;
      element.classList.toggle('on', on);
      // one stop for the tab key, however many steps there are
      if (element.hasAttribute('tabindex')) element.setAttribute('tabindex', on ? 0 : -1);
      if (on) element.setAttribute('aria-current', 'step');
      else element.removeAttribute('aria-current');
    }
    for (const message of messages) {
      const { from: sent, to: read } = message.dataset;
      message.classList.toggle('on', Number(sent) === number || Number(read) === number);
    }
    if (from) {
      history.replaceState(null, '', '#s=' + number);
      reveal(from, number);
    }
  }

  // the keys move through the list that has the focus, else through the diagram
  function reveal(from, number) {
    const inList = from.closest && from.closest('.steps');
    const next = document.querySelector((inList ? '.steps tr' : '.step') + '[data-s="' + number + '"]');
    if (!next) return;
    next.scrollIntoView({ block: 'nearest' });
    if (from.closest && from.closest('[data-s]')) {
      (inList ? next.querySelector('a') : next).focus({ preventScroll: true });
    }
  }

  function fromAddress() {
    const match = /^#s=(\d+)$/.exec(location.hash);
    const index = match ? indexOf(Number(match[1])) : -1;
    return index < 0 ? cards.length - 1 : index;
  }

  const moves = {
    ArrowLeft: () => selected - 1,
    ArrowRight: () => selected + 1,
    ArrowUp: () => selected - 1,
    ArrowDown: () => selected + 1,
    Home: () => 0,
    End: () => cards.length - 1,
  };

  function onKey(event) {
    const inStep = event.target.closest && event.target.closest('[data-s]');
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    const taken = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (taken || !Object.hasOwn(moves, event.key) || !(inStep || sideways)) return;
    event.preventDefault();
    select(moves[event.key](), event.target);
  }

  function onPick(event) {
    const step = event.target.closest('.step, .steps tr');
    if (!step || !step.dataset.s) return;
    event.preventDefault();
    select(indexOf(numberOf(step)), step);
  }

  function onCopy(button, code) {
    const done = () => { button.textContent = 'Copied'; };
    const mark = () => getSelection().selectAllChildren(code);
    if (navigator.clipboard) {
      navigator.clipboard.writeText(code.textContent).then(done, mark);
    } else {
      mark();
    }
  }

  const copy = document.getElementById('copy');
  copy.hidden = false;
  copy.addEventListener('click', () => onCopy(copy, document.getElementById('command')));
  if (cards.length > 0) {
    select(fromAddress());
    addEventListener('hashchange', () => select(fromAddress()));
    addEventListener('keydown', onKey);
    addEventListener('click', onPick);
    addEventListener('focusin', (event) => {
      const step = event.target.closest('.step');
      if (step && step.matches(':focus-visible')) select(indexOf(numberOf(step)), null);
    });
  }
})();
