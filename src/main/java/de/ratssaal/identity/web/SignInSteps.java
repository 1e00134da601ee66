package de.ratssaal.identity.web;

import de.ratssaal.base.Messages;
import de.ratssaal.identity.Enrolment;
import de.ratssaal.identity.OpenedSession;
import de.ratssaal.identity.PendingSignIn;
import de.ratssaal.identity.SecondFactor;
import de.ratssaal.identity.SignInOutcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The steps of every way to sign in: what comes next is decided here alone. Half a sign-in is kept on the server; the
 * browser cannot say that it was further than it is.
 */
@Component
class SignInSteps {

    static final String CODE = SecurityConfiguration.LOGIN + "/code";
    static final String SET_UP = SecurityConfiguration.LOGIN + "/second-factor";
    static final String ANEW = SecurityConfiguration.LOGIN + "?again";

    private static final String PENDING = PendingSignIn.class.getName();
    private static final String ENROLMENT = Enrolment.class.getName();

    private final BrowserSessions browsers;
    private final WayBack wayBack;
    private final SecondFactor secondFactor;
    private final Messages messages;

    SignInSteps(BrowserSessions browsers, WayBack wayBack, SecondFactor secondFactor, Messages messages) {
        this.browsers = browsers;
        this.wayBack = wayBack;
        this.secondFactor = secondFactor;
        this.messages = messages;
    }

    /** Where to go next. */
    sealed interface Next {

        /** On to that path. */
        record To(String path) implements Next {}

        /** Nowhere: the person is told why. */
        record Stay(int status, String reason) implements Next {}
    }

    /** @param wrong key of what is said if what was shown is wrong */
    Next after(
            SignInOutcome outcome,
            String wrong,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (outcome) {
            case SignInOutcome.Complete(var session) -> new Next.To(complete(session, request, response));
            case SignInOutcome.CodeNeeded(var pending) -> {
                hold(pending, request);
                yield new Next.To(CODE);
            }
            case SignInOutcome.SetUpNeeded(var pending) -> {
                hold(pending, request);
                yield new Next.To(SET_UP);
            }
            case SignInOutcome.TooLate() -> {
                release(request);
                yield new Next.To(ANEW);
            }
            case SignInOutcome.Wrong() ->
                new Next.Stay(HttpServletResponse.SC_UNAUTHORIZED, messages.text(language, wrong));
            case SignInOutcome.Locked(var remaining) ->
                new Next.Stay(429, messages.text(language, "identity.sign-in.locked", remaining.toMinutes() + 1));
        };
    }

    /** Lets the browser in; the path to which its owner wanted. */
    String complete(OpenedSession session, HttpServletRequest request, HttpServletResponse response) {
        release(request);
        var target = wayBack.take(request, response);
        browsers.begin(session, request, response);
        return target;
    }

    Optional<PendingSignIn> pending(HttpServletRequest request) {
        var http = request.getSession(false);
        return http != null && http.getAttribute(PENDING) instanceof PendingSignIn pending
                ? Optional.of(pending)
                : Optional.empty();
    }

    /** The second factor that is being set up; the same when the page is loaded again. */
    Enrolment enrolment(PendingSignIn pending, HttpServletRequest request) {
        var http = request.getSession();
        if (http.getAttribute(ENROLMENT) instanceof Enrolment begun) {
            return begun;
        }
        var enrolment = secondFactor.begin(pending);
        http.setAttribute(ENROLMENT, enrolment);
        return enrolment;
    }

    /** Under a new number: whoever planted the old one must not go on with this. */
    private static void hold(PendingSignIn pending, HttpServletRequest request) {
        var http = request.getSession();
        request.changeSessionId();
        http.setAttribute(PENDING, pending);
        http.removeAttribute(ENROLMENT);
    }

    void release(HttpServletRequest request) {
        var http = request.getSession(false);
        if (http != null) {
            http.removeAttribute(PENDING);
            http.removeAttribute(ENROLMENT);
        }
    }
}
