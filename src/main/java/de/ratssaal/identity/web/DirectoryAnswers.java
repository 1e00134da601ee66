package de.ratssaal.identity.web;

import de.ratssaal.base.ReaderLanguage;
import de.ratssaal.identity.DirectoryIdentity;
import de.ratssaal.identity.SigningIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Takes what the directory said about somebody to the sign-in that all others take too. */
@Component
class DirectoryAnswers {

    static final String FAILED = SecurityConfiguration.LOGIN + "?directory-failed";

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryAnswers.class);
    private static final String UNKNOWN = SecurityConfiguration.LOGIN + "?directory-unknown";

    private final SigningIn signingIn;
    private final SignInSteps steps;
    private final SessionCookies cookies;

    DirectoryAnswers(SigningIn signingIn, SignInSteps steps, SessionCookies cookies) {
        this.signingIn = signingIn;
        this.steps = steps;
        this.cookies = cookies;
    }

    void accepted(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SecurityContextHolder.clearContext();
        if (!(authentication.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalStateException("the directory answered without saying who: is openid among its scopes?");
        }
        var who = new DirectoryIdentity(
                Objects.requireNonNull(user.getIssuer()).toString(),
                Objects.requireNonNull(user.getSubject()),
                Boolean.TRUE.equals(user.getEmailVerified()) ? user.getEmail() : null);
        var outcome = signingIn.withDirectory(who, cookies.origin(request));
        var next = steps.after(
                outcome, "identity.sign-in.directory-unknown", ReaderLanguage.of(request), request, response);
        response.sendRedirect(request.getContextPath()
                + switch (next) {
                    case SignInSteps.Next.To(var path) -> path;
                    case SignInSteps.Next.Stay stay -> UNKNOWN;
                });
    }

    void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        LOG.warn("Sign-in by the directory from {} failed: {}", request.getRemoteAddr(), cause.getMessage());
        response.sendRedirect(request.getContextPath() + FAILED);
    }
}
