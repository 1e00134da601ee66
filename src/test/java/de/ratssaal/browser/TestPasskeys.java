package de.ratssaal.browser;

import com.google.gson.JsonObject;

/** A device with passkeys, as Chromium simulates it. */
final class TestPasskeys {

    private TestPasskeys() {}

    /** @param givesSecrets whether a passkey gives secrets for a purpose (WebAuthn's PRF) */
    static void on(Window window, boolean givesSecrets) {
        var session = window.page().context().newCDPSession(window.page());
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("ctap2Version", "ctap2_1");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("hasPrf", givesSecrets);
        options.addProperty("automaticPresenceSimulation", true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", arguments);
    }
}
