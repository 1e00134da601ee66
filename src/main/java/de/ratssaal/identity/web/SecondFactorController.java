package de.ratssaal.identity.web;

import de.ratssaal.base.Messages;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.PendingSignIn;
import de.ratssaal.identity.SigningIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second half of a sign-in: a code, or the second factor that has to be set up first. */
@Controller
class SecondFactorController {

    private static final String ANEW = "redirect:" + SignInSteps.ANEW;

    private final SigningIn signingIn;
    private final SignInSteps steps;
    private final SessionCookies cookies;
    private final Messages messages;

    SecondFactorController(SigningIn signingIn, SignInSteps steps, SessionCookies cookies, Messages messages) {
        this.signingIn = signingIn;
        this.steps = steps;
        this.cookies = cookies;
        this.messages = messages;
    }

    @GetMapping(SignInSteps.CODE)
    String askForCode(HttpServletRequest request) {
        return steps.pending(request).isPresent() ? "identity/code" : ANEW;
    }

    @PostMapping(SignInSteps.CODE)
    String check(
            @RequestParam String code,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var pending = steps.pending(request).orElse(null);
        if (pending == null) {
            return ANEW;
        }
        var outcome = signingIn.withCode(pending, code, cookies.origin(request));
        return switch (steps.after(outcome, "identity.code.wrong", language, request, response)) {
            case SignInSteps.Next.To(var path) -> "redirect:" + path;
            case SignInSteps.Next.Stay(var status, var reason) -> {
                response.setStatus(status);
                model.addAttribute("error", reason);
                yield "identity/code";
            }
        };
    }

    @GetMapping(SignInSteps.SET_UP)
    String showSetUp(HttpServletRequest request, Model model) {
        var pending = steps.pending(request).orElse(null);
        if (pending == null) {
            return ANEW;
        }
        return page(pending, request, model);
    }

    @PostMapping(SignInSteps.SET_UP)
    String setUp(
            @RequestParam String code,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var pending = steps.pending(request).orElse(null);
        if (pending == null) {
            return ANEW;
        }
        try {
            var done = signingIn.settingUp(pending, steps.enrolment(pending, request), code, cookies.origin(request));
            if (done.isEmpty()) {
                steps.release(request);
                return ANEW;
            }
            model.addAttribute("target", steps.complete(done.get().session(), request, response));
            model.addAttribute("codes", done.get().recoveryCodes());
            return "identity/recovery-codes";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("error", messages.text(language, refusal));
            return page(pending, request, model);
        }
    }

    private String page(PendingSignIn pending, HttpServletRequest request, Model model) {
        try {
            model.addAttribute("enrolment", steps.enrolment(pending, request));
            return "identity/second-factor";
        } catch (Refusal setUpMeanwhile) {
            return "redirect:" + SignInSteps.CODE;
        }
    }
}
