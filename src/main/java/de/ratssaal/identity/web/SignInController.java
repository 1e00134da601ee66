package de.ratssaal.identity.web;

import de.ratssaal.identity.AccountAuthentication;
import de.ratssaal.identity.DemoLogins;
import de.ratssaal.identity.SigningIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page: plain HTML that works before, and without, any script. */
@Controller
@RequestMapping(SecurityConfiguration.LOGIN)
class SignInController {

    private static final String PAGE = "identity/sign-in";
    private static final List<String> NOTICES = List.of("signed-out", "again", "changed", "created");

    private final SigningIn signingIn;
    private final SignInSteps steps;
    private final SessionCookies cookies;
    private final ObjectProvider<DemoLogins> demo;

    SignInController(SigningIn signingIn, SignInSteps steps, SessionCookies cookies, ObjectProvider<DemoLogins> demo) {
        this.signingIn = signingIn;
        this.steps = steps;
        this.cookies = cookies;
        this.demo = demo;
    }

    @GetMapping
    String show(HttpServletRequest request, Model model) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof AccountAuthentication) {
            return "redirect:" + WayBack.START;
        }
        for (var notice : NOTICES) {
            if (request.getParameter(notice) != null) {
                model.addAttribute("notice", "identity.sign-in." + notice);
            }
        }
        return page(model, "");
    }

    @PostMapping
    String signIn(
            @RequestParam String login,
            @RequestParam String password,
            @RequestParam(defaultValue = "false") boolean lasting,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var outcome = signingIn.withPassword(login, password, lasting, cookies.origin(request));
        return switch (steps.after(outcome, "identity.sign-in.wrong", language, request, response)) {
            case SignInSteps.Next.To(var path) -> "redirect:" + path;
            case SignInSteps.Next.Stay(var status, var reason) -> {
                response.setStatus(status);
                model.addAttribute("error", reason);
                yield page(model, login);
            }
        };
    }

    private String page(Model model, String login) {
        model.addAttribute("login", login);
        model.addAttribute(
                "demo", demo.stream().findFirst().map(DemoLogins::all).orElse(List.of()));
        model.addAttribute("demoPassword", DemoLogins.PASSWORD);
        return PAGE;
    }
}
