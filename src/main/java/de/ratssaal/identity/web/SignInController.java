package de.ratssaal.identity.web;

import de.ratssaal.base.Messages;
import de.ratssaal.identity.AccountAuthentication;
import de.ratssaal.identity.DemoLogins;
import de.ratssaal.identity.PasskeyRequest;
import de.ratssaal.identity.Passkeys;
import de.ratssaal.identity.SignInOutcome;
import de.ratssaal.identity.SigningIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The sign-in page: plain HTML that works before, and without, any script. */
@Controller
@RequestMapping(SecurityConfiguration.LOGIN)
class SignInController {

    private static final String PAGE = "identity/sign-in";
    private static final List<String> ERRORS = List.of("directory-unknown", "directory-failed");
    private static final List<String> NOTICES = List.of("signed-out", "again", "changed", "created");

    private static final String PASSKEY = PasskeyRequest.class.getName();

    private final SigningIn signingIn;
    private final Passkeys passkeys;
    private final SignInSteps steps;
    private final SessionCookies cookies;
    private final Messages messages;
    private final DirectorySettings directory;
    private final ObjectProvider<DemoLogins> demo;

    SignInController(
            SigningIn signingIn,
            Passkeys passkeys,
            SignInSteps steps,
            SessionCookies cookies,
            Messages messages,
            DirectorySettings directory,
            ObjectProvider<DemoLogins> demo) {
        this.signingIn = signingIn;
        this.passkeys = passkeys;
        this.steps = steps;
        this.cookies = cookies;
        this.messages = messages;
        this.directory = directory;
        this.demo = demo;
    }

    @GetMapping
    String show(Locale language, HttpServletRequest request, Model model) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof AccountAuthentication) {
            return "redirect:" + WayBack.START;
        }
        for (var notice : NOTICES) {
            if (request.getParameter(notice) != null) {
                model.addAttribute("notice", "identity.sign-in." + notice);
            }
        }
        for (var error : ERRORS) {
            if (request.getParameter(error) != null) {
                model.addAttribute("error", messages.text(language, "identity.sign-in." + error));
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
        return next(
                signingIn.withPassword(login, password, lasting, cookies.origin(request)),
                "identity.sign-in.wrong",
                login,
                language,
                request,
                response,
                model);
    }

    /** What the browser is to sign with a passkey. */
    @PostMapping(path = "/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String askForPasskey(HttpServletRequest request) {
        var asked = passkeys.request();
        request.getSession().setAttribute(PASSKEY, asked);
        return asked.json();
    }

    @PostMapping("/passkey")
    String signInWithPasskey(
            @RequestParam String credential,
            @RequestParam(defaultValue = "false") boolean lasting,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var http = request.getSession();
        if (!(http.getAttribute(PASSKEY) instanceof PasskeyRequest asked)) {
            return "redirect:" + SignInSteps.ANEW;
        }
        // an answer counts once
        http.removeAttribute(PASSKEY);
        return next(
                signingIn.withPasskey(asked, credential, lasting, cookies.origin(request)),
                "identity.passkey.wrong",
                "",
                language,
                request,
                response,
                model);
    }

    private String next(
            SignInOutcome outcome,
            String wrong,
            String login,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (steps.after(outcome, wrong, language, request, response)) {
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
        model.addAttribute("directory", directory.isThere() ? DirectoryConfiguration.START : "");
        model.addAttribute("demoPassword", DemoLogins.PASSWORD);
        return PAGE;
    }
}
