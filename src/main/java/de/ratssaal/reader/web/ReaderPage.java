package de.ratssaal.reader.web;

import de.ratssaal.reader.ReaderLinks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page in which documents are read: the same bytes for everybody, signed in or not, with nothing in it to be read. */
@RestController
class ReaderPage {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final byte[] page;
    private final String tag;

    ReaderPage() throws IOException {
        this.page = new ClassPathResource("META-INF/resources/assets/reader/read.html").getContentAsByteArray();
        this.tag = DigestUtils.md5DigestAsHex(page);
    }

    @GetMapping(ReaderLinks.PAGE)
    ResponseEntity<byte[]> page() {
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                .eTag(tag)
                .header("X-Robots-Tag", "noindex")
                .body(page);
    }
}
