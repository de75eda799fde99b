// Shrinks a photo on the phone before it is sent: <input type="file" data-shrink="2560">. If anything fails, the file goes as it is.
// The canvas keeps pixels only, so place and camera data stay on the phone. The server cleans every file again in any case.
const KEEP = 400_000; // smaller files are not worth the loss

async function shrink(file, most) {
  const image = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, most / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const paper = canvas.getContext("2d");
  paper.fillStyle = "#fff";
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  canvas.width = canvas.height = 0; // old phones free the memory only so
  return blob && (scale < 1 || blob.size < file.size) ? new File([blob], "photo.jpg", { type: "image/jpeg" }) : file;
}

function show(input, file) {
  const alt = input.form?.elements.alt;
  let picture = input.parentElement.querySelector("img");
  if (!picture) {
    picture = document.createElement("img");
    input.after(picture);
    alt?.addEventListener("input", () => (picture.alt = alt.value));
    picture.addEventListener("error", () => picture.remove());
  }
  if (picture.src) URL.revokeObjectURL(picture.src);
  picture.alt = alt?.value || "";
  picture.src = URL.createObjectURL(file);
}

for (const input of document.querySelectorAll("input[type=file][data-shrink]")) {
  input.addEventListener("change", async () => {
    const file = input.files[0];
    if (!file) return;
    let small = file;
    try {
      if (file.size > KEEP) small = await shrink(file, Number(input.dataset.shrink));
      if (input.files[0] !== file) return; // another one was chosen meanwhile
      if (small !== file) {
        const box = new DataTransfer();
        box.items.add(small);
        input.files = box.files;
      }
    } catch {
      small = file; // a format this browser cannot read, HEIC for one
    }
    show(input, small);
  });
}
