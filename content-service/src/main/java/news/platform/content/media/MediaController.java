package news.platform.content.media;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import news.platform.content.store.BlobStore;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows images, on the internal HTTP port; the gateway passes them on, to be kept for good. They are what was written anew
 * here, of one of two types, so there is nothing in them that a browser could run.
 */
@RestController
final class MediaController {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern WIDTH = Pattern.compile("[0-9]{2,4}");

    private final Images images;
    private final BlobStore store;

    MediaController(Images images, BlobStore store) {
        this.images = images;
        this.store = store;
    }

    @GetMapping("/media/{id}")
    void whole(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var image = find(id);
        show(image, image.map(Image::file), request, response);
    }

    @GetMapping("/media/{id}/{width}")
    void narrower(
            @PathVariable String id,
            @PathVariable String width,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var image = find(id).filter(_ -> WIDTH.matcher(width).matches());
        show(image, image.flatMap(known -> known.file(Integer.parseInt(width))), request, response);
    }

    private Optional<Image> find(String id) {
        return ID.matcher(id).matches() ? images.find(id) : Optional.empty();
    }

    private void show(
            Optional<Image> image, Optional<String> file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var size = file.isPresent() ? store.size(file.get()) : Optional.<Long>empty();
        if (image.isEmpty() || file.isEmpty() || size.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var kept = new KeptFile(tag(file.get()), image.get().createTime(), size.get());
        var answer = FileAnswer.of(kept, request);
        answer.head(response);
        if (!answer.isWithBody()) {
            return;
        }
        response.setContentType(image.get().contentType());
        response.setHeader("Content-Disposition", disposition(image.get()));
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        if (!store.copy(file.get(), answer.from(), answer.length(), response.getOutputStream())) {
            response.reset();
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** No two files have one name, so no two have one tag. */
    private static String tag(String file) {
        return "\"" + file.replace('/', '-') + "\"";
    }

    /** Named by us, not by whoever sent it. */
    private static String disposition(Image image) {
        var extension = image.contentType().equals("image/png") ? "png" : "jpg";
        return "inline; filename=\"%s.%s\"".formatted(image.id(), extension);
    }
}
