package de.ratssaal.packet.web;

import de.ratssaal.amendment.AmendmentLinks;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.packet.AmendmentPrints;
import de.ratssaal.paper.PaperId;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands out amendments as a PDF. What is not there and what is not for the reader is answered alike: 404. */
@RestController
class AmendmentPrintDownloads {

    private static final String NAME = "Aenderungsantraege.pdf";

    private final AmendmentPrints prints;
    private final Access access;

    AmendmentPrintDownloads(AmendmentPrints prints, Access access) {
        this.prints = prints;
        this.access = access;
    }

    @GetMapping(AmendmentLinks.PRINTS + "/{paper}.pdf")
    ResponseEntity<byte[]> print(@PathVariable String paper) {
        if (access.signedIn().isEmpty()) {
            throw new NoSuchElementException("amendments");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(NAME, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(prints.print(identifier(paper)));
    }

    private static PaperId identifier(String text) {
        try {
            return new PaperId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw (NoSuchElementException) new NoSuchElementException(text).initCause(e);
        }
    }

    @ExceptionHandler
    ResponseEntity<Void> unknown(NoSuchElementException unknown) {
        return ResponseEntity.notFound().build();
    }

    @ExceptionHandler
    ResponseEntity<Void> busy(Refusal refusal) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }
}
