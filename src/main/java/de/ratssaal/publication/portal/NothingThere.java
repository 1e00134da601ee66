package de.ratssaal.publication.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** An address that leads nowhere looks like the address of something that is not public. */
@ControllerAdvice
class NothingThere {

    private final Pages pages;

    NothingThere(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler(NoResourceFoundException.class)
    ResponseEntity<byte[]> nothingThere(HttpServletRequest request) {
        return pages.notFound(Reader.of(request));
    }
}
