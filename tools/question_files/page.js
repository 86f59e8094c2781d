// The page of all questions. Joined with kept.js.

const asked = JSON.parse(document.getElementById("questions").textContent);
document.querySelectorAll("article").forEach((article, i) => mountArticle(article, asked[i]));
const button = add(document.querySelector("footer"), "button", "", { type: "button" });
button.textContent = "Delete all answers";
button.addEventListener("click", forget);
