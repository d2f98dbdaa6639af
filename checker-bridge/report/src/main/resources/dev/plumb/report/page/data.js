// The behaviour as PageData writes it.

const data = JSON.parse(document.getElementById('behaviour').textContent);
