// Puts a question in the place of what can be read without a script, and keeps answers in the browser.
// Joined with the scripts of the package, which ask and judge.

const FOLDER = "gmm-questions/"; // of what this page keeps in the browser

function attemptsAt(name) {
  try {
    const kept = JSON.parse(localStorage.getItem(FOLDER + name));
    return Array.isArray(kept) ? kept : [];
  } catch {
    return []; // browsers may keep nothing for a page on disk
  }
}

function keepAttempts(name, attempts) {
  try {
    localStorage.setItem(FOLDER + name, JSON.stringify(attempts));
  } catch {
    // Then the answers last as long as the page.
  }
}

export function mountArticle(article, { name, question }) {
  // Pictures are in the page once, in what is read without a script.
  const pngs = [...article.querySelectorAll("img")].map((img) => img.src.replace(/^[^,]*,/, ""));
  for (const picture of [question.answer.picture, question.shows]) {
    if (picture?.alt !== undefined) picture.png = pngs.shift();
  }
  article.replaceChildren();
  mountQuestion(article, question, attemptsAt(name), (attempts) => keepAttempts(name, attempts));
}

export function forget() {
  if (!confirm("Delete all answers in this browser?")) return;
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(FOLDER)) localStorage.removeItem(name);
  }
  location.reload();
}
