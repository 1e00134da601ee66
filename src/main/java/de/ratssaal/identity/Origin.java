package de.ratssaal.identity;

/**
 * From where somebody signs in.
 *
 * @param address network address of the browser
 * @param device what the browser says it is, shortened
 * @param knownDevice proof, kept by the browser, that an account signed in from it before; empty if there is none
 */
public record Origin(String address, String device, String knownDevice) {

    private static final int DEVICE_LENGTH = 300;

    public Origin {
        device = device.length() > DEVICE_LENGTH ? device.substring(0, DEVICE_LENGTH) : device;
    }
}
