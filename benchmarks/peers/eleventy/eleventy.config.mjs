export const config = {
  dir: { input: "content", includes: "../_includes", output: "public" },
  markdownTemplateEngine: false,
  templateFormats: ["md", "njk"],
};

/** The meetings by one value of their front matter, for a list a value. */
function grouped(meetings, key) {
  const groups = new Map();
  for (const meeting of meetings) {
    const value = meeting.data[key];
    if (!groups.has(value)) groups.set(value, []);
    groups.get(value).push(meeting);
  }
  return [...groups].map(([value, members]) => ({ value, members }));
}

export default function (eleventy) {
  const meetings = (api) => api.getFilteredByGlob("content/meetings/**/*.md");
  eleventy.addCollection("committees", (api) => grouped(meetings(api), "committee"));
  eleventy.addCollection("years", (api) => grouped(meetings(api), "year"));
  eleventy.addFilter("day", (date) => date.toISOString().slice(0, 10));
}
