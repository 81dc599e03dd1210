export default {
  layout: "meeting.njk",
  permalink: (data) => `${data.page.filePathStem}.html`,
};
