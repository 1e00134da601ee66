package de.ratssaal.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says so, rather than showing a fault, if the directory cannot be asked now. */
class DirectoryReachable extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryReachable.class);

    private final ClientRegistrationRepository directory;

    DirectoryReachable(ClientRegistrationRepository directory) {
        this.directory = directory;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isReachable()) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + DirectoryAnswers.FAILED);
        }
    }

    private boolean isReachable() {
        try {
            return directory.findByRegistrationId(DirectoryConfiguration.CITY) != null;
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.warn("The city's directory cannot be asked: {}", e.getMessage());
            return false;
        }
    }
}
