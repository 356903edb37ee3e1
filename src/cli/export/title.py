TITLES = {"Mr": "Mr", "Mrs": "Mrs", "Mme": "Mrs", "Miss": "Miss", "Mlle": "Miss", "Ms": "Miss", "Master": "Master"}


def title(name):
    """Mr, Mrs, Miss, Master or other: of "Surname, Title. First names", else the first word that is a title."""
    _, comma, rest = name.partition(", ")
    word, point, _ = rest.partition(".")
    if comma and point:
        return TITLES.get(word.strip(), "other")
    for word in name.replace(",", " ").split(" "):
        # A lone letter with its point is a first name.
        if word.endswith(".") and len(word.encode()) > 2:
            return TITLES.get(word[:-1], "other")
        if word in TITLES:
            return TITLES[word]
    return "other"


