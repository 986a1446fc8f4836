package health.miadi.identity.boundary;

import health.miadi.identity.control.NewApp;

/**
 * What an authenticator app is told, this once (R-AUTH-10).
 *
 * @param secret as one types it into the app: base 32
 * @param uri the same for apps that open it from a link
 * @param qrCode the same as a QR code for the app's camera
 */
public record NewAuthenticatorAppResponse(String secret, String uri, QrCodeResponse qrCode) {
    static NewAuthenticatorAppResponse from(NewApp app) {
        return new NewAuthenticatorAppResponse(app.secretText(), app.uri(), QrCodeResponse.of(app.uri()));
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "NewAuthenticatorAppResponse";
    }
}
