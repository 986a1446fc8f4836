package health.miadi.identity.control;

import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.EllipticCurve;
import java.security.spec.NamedParameterSpec;
import org.jspecify.annotations.Nullable;

/** Which public keys of passkeys are taken (R-AUTH-18). The library reads them, and tries them at nothing. */
final class PasskeyKeys {
    private static final int ES256 = -7;
    private static final int EDDSA = -8;
    private static final int RS256 = -257;
    private static final BigInteger RSA_EXPONENT = BigInteger.valueOf(65_537);
    private static final int SHORTEST_RSA_BITS = 2048;
    /** Twice what authenticators make: judging a longer one takes long. */
    private static final int LONGEST_RSA_BITS = 4096;

    private static final int CERTAINTY = 20;
    /** 2 * 3 * 5 * … * 97: what has one of these factors is no product of two large primes. */
    private static final BigInteger SMALL_PRIMES = new BigInteger("2305567963945518424753102147331756070");

    private static final BigInteger EDWARDS_FIELD = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger EDWARDS_D = BigInteger.valueOf(-121_665)
            .multiply(BigInteger.valueOf(121_666).modInverse(EDWARDS_FIELD))
            .mod(EDWARDS_FIELD);
    private static final EllipticCurve P_256 = curve();

    private PasskeyKeys() {}

    /** Whether such a key proves anything: not one that anybody finds out, whose point is on no curve, or for which one signature is right for every text. */
    static boolean areSound(@Nullable PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getPublicExponent().equals(RSA_EXPONENT) && isHardToFactor(rsa.getModulus());
        }
        if (key instanceof ECPublicKey ec && ec.getParams().getCurve().equals(P_256)) {
            BigInteger p = ((ECFieldFp) P_256.getField()).getP();
            BigInteger x = ec.getW().getAffineX();
            BigInteger y = ec.getW().getAffineY();
            BigInteger right = x.pow(3)
                    .add(ec.getParams().getCurve().getA().multiply(x))
                    .add(ec.getParams().getCurve().getB());
            return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.pow(2).mod(p).equals(right.mod(p));
        }
        return key instanceof EdECPublicKey edwards
                && edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName())
                && !isOfSmallOrder(edwards.getPoint().getY());
    }

    /** Whether what the key says that it signs with is what it can: otherwise it never signs in. */
    static boolean areFor(@Nullable COSEAlgorithmIdentifier algorithm, @Nullable PublicKey key) {
        if (algorithm == null) {
            return false;
        }
        return switch ((int) algorithm.getValue()) {
            case ES256 -> key instanceof ECPublicKey;
            case EDDSA -> key instanceof EdECPublicKey;
            case RS256 -> key instanceof RSAPublicKey;
            default -> false;
        };
    }

    private static EllipticCurve curve() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class).getCurve();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isHardToFactor(BigInteger modulus) {
        int bits = modulus.bitLength();
        return bits >= SHORTEST_RSA_BITS
                && bits <= LONGEST_RSA_BITS
                && modulus.gcd(SMALL_PRIMES).equals(BigInteger.ONE)
                && modulus.sqrtAndRemainder()[1].signum() != 0
                && !modulus.isProbablePrime(CERTAINTY);
    }

    /**
     * Whether eight times the point is nothing, so that one signature is right for every text (RFC 8032, section 5.1). Of its y alone: doubling a point three times takes no x.
     */
    static boolean isOfSmallOrder(BigInteger of) {
        BigInteger y = of.mod(EDWARDS_FIELD);
        for (int doubled = 0; doubled < 3; doubled++) {
            BigInteger square = y.multiply(y).mod(EDWARDS_FIELD);
            BigInteger below = EDWARDS_D.multiply(square).add(BigInteger.ONE).mod(EDWARDS_FIELD);
            if (below.signum() == 0) {
                return false; // such a y is of no point
            }
            BigInteger x = square.subtract(BigInteger.ONE)
                    .multiply(below.modInverse(EDWARDS_FIELD))
                    .mod(EDWARDS_FIELD);
            BigInteger bottom = BigInteger.TWO.subtract(square).add(x).mod(EDWARDS_FIELD);
            if (bottom.signum() == 0) {
                return false;
            }
            y = square.add(x).multiply(bottom.modInverse(EDWARDS_FIELD)).mod(EDWARDS_FIELD);
        }
        return y.equals(BigInteger.ONE);
    }
}
