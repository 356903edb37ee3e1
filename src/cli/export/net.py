"""@ABOUT@

    python net.py --age 22 --sex male
"""

import argparse
import math
import sys
@IMPORTS@

def inputs(person):
    """What the network is shown; for what is not known stands what the training rows have in its place."""
@NO_AGE@    return [
@INPUTS@    ]


@NETWORK@


def sigmoid(z):
    """1 / (1 + e^-z); e^-|z| never overflows."""
    e = math.exp(-abs(z))
    return (e if z < 0.0 else 1.0) / (1.0 + e)


def asked():
    """The person of the command line; what is not given is None."""
    parser = argparse.ArgumentParser(description="Would this person have survived?")
    parser.add_argument("--age", type=float, help="in years")
    parser.add_argument("--sex", choices=["male", "female"])
    parser.add_argument("--pclass", type=int, choices=[1, 2, 3], help="class of the ticket")
    parser.add_argument("--sibsp", type=int, help="siblings and spouses aboard")
    parser.add_argument("--parch", type=int, help="parents and children aboard")
    parser.add_argument("--fare", type=float, help="price of the ticket in pounds")
    parser.add_argument("--embarked", choices=["S", "C", "Q"], help="port")
    parser.add_argument("--name", help='as the list writes it: "Surname, Title. First names"')
    parser.add_argument("--cabin")
    return parser.parse_args()


if __name__ == "__main__":
    z = logit(inputs(asked()))
    if not math.isfinite(z):
        sys.exit("no prediction: a sum on the way to p overflows")
    print(sigmoid(z))
    print("predicted: survived" if z > 0.0 else "predicted: did not survive")
