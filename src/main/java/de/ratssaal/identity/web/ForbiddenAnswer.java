package de.ratssaal.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Tells a program that it may not, or that it has to fetch a fresh token from {@code /api/session} first. */
class ForbiddenAnswer implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getWriter()
                .write(
                        cause instanceof CsrfException
                                ? "{\"status\":403,\"title\":\"Token missing or outdated\",\"type\":\"/problems/token\"}"
                                : "{\"status\":403,\"title\":\"Not permitted\"}");
    }
}
