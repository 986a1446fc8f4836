package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The public key of a passkey (R-AUTH-18)")
class PasskeyKeysTest {
    @Test
    @DisplayName("has a key that proves something")
    void sound() throws GeneralSecurityException {
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(new ECGenParameterSpec("secp256r1"));
        ECPublicKey point = (ECPublicKey) curve.generateKeyPair().getPublic();
        ECPoint beside =
                new ECPoint(point.getW().getAffineX(), point.getW().getAffineY().add(BigInteger.ONE));
        KeyFactory factory = KeyFactory.getInstance("RSA");
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        BigInteger modulus = ((RSAPublicKey) generator.generateKeyPair().getPublic()).getModulus();
        BigInteger prime = BigInteger.probablePrime(2048, new SecureRandom());

        assertThat(PasskeyKeys.areSound(point)).isTrue();
        assertThat(PasskeyKeys.areSound(onNoCurve(point, beside))).isFalse();
        assertThat(PasskeyKeys.areSound(rsa(factory, modulus, 65_537))).isTrue();
        assertThat(PasskeyKeys.areSound(rsa(factory, modulus, 3))).isFalse();
        assertThat(PasskeyKeys.areSound(rsa(factory, modulus.shiftRight(1).setBit(0), 65_537)))
                .isFalse();
        assertThat(List.of(
                        BigInteger.ONE.shiftLeft(2047),
                        modulus.clearBit(0),
                        prime,
                        BigInteger.probablePrime(1024, new SecureRandom()).pow(2),
                        modulus.shiftLeft(2049).setBit(0)))
                .noneMatch(each -> PasskeyKeys.areSound(rsa(factory, each, 65_537)));
        assertThat(PasskeyKeys.areSound(KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPublic()))
                .isTrue();
        assertThat(PasskeyKeys.areSound(null)).isFalse();
    }

    @Test
    @DisplayName("has a key that can do what it says, on the one curve that is asked for")
    void forItsAlgorithm() throws GeneralSecurityException {
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(new ECGenParameterSpec("secp256r1"));
        PublicKey point = curve.generateKeyPair().getPublic();
        curve.initialize(new ECGenParameterSpec("secp384r1"));

        assertThat(PasskeyKeys.areSound(curve.generateKeyPair().getPublic())).isFalse();
        assertThat(PasskeyKeys.areFor(COSEAlgorithmIdentifier.ES256, point)).isTrue();
        assertThat(PasskeyKeys.areFor(COSEAlgorithmIdentifier.RS256, point)).isFalse();
        assertThat(PasskeyKeys.areFor(COSEAlgorithmIdentifier.EdDSA, point)).isFalse();
        assertThat(PasskeyKeys.areFor(COSEAlgorithmIdentifier.ES384, point)).isFalse();
        assertThat(PasskeyKeys.areFor(null, point)).isFalse();
    }

    @Test
    @DisplayName("has no point of small order, for which one signature is right for every text")
    void pointOfSmallOrder() throws GeneralSecurityException {
        BigInteger field = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
        BigInteger ofOrderEight =
                new BigInteger("55188659117513257062467267217118295137698188065244968500265048394206261417927");
        for (BigInteger y : List.of(
                BigInteger.ZERO,
                BigInteger.ONE,
                field.subtract(BigInteger.ONE),
                field,
                field.add(BigInteger.ONE),
                ofOrderEight)) {
            assertThat(PasskeyKeys.isOfSmallOrder(y)).as(y.toString()).isTrue();
            assertThat(PasskeyKeys.areSound(edwards(y))).as(y.toString()).isFalse();
        }
        BigInteger ofTheBase = BigInteger.valueOf(4)
                .multiply(BigInteger.valueOf(5).modInverse(field))
                .mod(field);
        assertThat(PasskeyKeys.areSound(edwards(ofTheBase))).isTrue();
    }

    private static PublicKey edwards(BigInteger y) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(false, y)));
    }

    private static PublicKey rsa(KeyFactory factory, BigInteger modulus, long exponent) {
        try {
            return factory.generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(exponent)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ECPublicKey onNoCurve(ECPublicKey like, ECPoint point) {
        return new ECPublicKey() {
            private static final long serialVersionUID = 1;

            @Override
            public ECPoint getW() {
                return point;
            }

            @Override
            public ECParameterSpec getParams() {
                return like.getParams();
            }

            @Override
            public String getAlgorithm() {
                return like.getAlgorithm();
            }

            @Override
            public String getFormat() {
                return like.getFormat();
            }

            @Override
            public byte[] getEncoded() {
                return like.getEncoded();
            }
        };
    }
}
