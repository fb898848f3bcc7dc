"""Writes a data set of scikit-learn as CSV files, with few rows to learn from: data.py FOLDER TASK DATASET SPLIT ROWS.

The columns are made as raw data are: every one in a unit of its own, half of them skewed, and as many that tell nothing.
"""

import json
import os
import sys

import numpy as np
import pandas as pd
from sklearn import datasets
from sklearn.model_selection import train_test_split

folder, task, name, split, rows = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5])
chance = np.random.default_rng(split)

made = {
    "hastie_10_2": lambda: datasets.make_hastie_10_2(n_samples=1500, random_state=split),
    "friedman1": lambda: datasets.make_friedman1(n_samples=1500, noise=1.0, random_state=split),
    "classification": lambda: datasets.make_classification(
        n_samples=1500, n_features=12, n_informative=8, n_redundant=2, n_classes=4, class_sep=1.2, random_state=split
    ),
}
features, target = made[name]() if name in made else getattr(datasets, f"load_{name}")(return_X_y=True)
if name in made and name != "friedman1":
    target = target.astype(int)

columns = (features - features.mean(axis=0)) / np.maximum(features.std(axis=0), 1e-9)
columns = np.hstack([columns, chance.normal(size=(len(columns), min(20, columns.shape[1])))])
skewed = chance.random(columns.shape[1]) < 0.5
columns[:, skewed] = np.exp(1.2 * np.clip(columns[:, skewed], -4, 4))
columns = (columns * 10 ** chance.uniform(-2, 2, columns.shape[1]))[:, chance.permutation(columns.shape[1])]
frame = pd.DataFrame([[float(f"{value:.5g}") for value in row] for row in columns], columns=[f"x{at}" for at in range(columns.shape[1])])

classes = target if len(np.unique(target)) <= 10 else None
train, rest = train_test_split(np.arange(len(target)), train_size=rows, random_state=split, stratify=classes)
rest = rest[:1200]
valid, test = train_test_split(rest, test_size=0.5, random_state=split, stratify=None if classes is None else classes[rest])

place = os.path.join(folder, task)
os.makedirs(place, exist_ok=True)
frame.iloc[train].assign(target=target[train]).to_csv(os.path.join(place, "train.csv"), index=False)
frame.iloc[valid].to_csv(os.path.join(place, "valid.csv"), index=False)
frame.iloc[test].to_csv(os.path.join(place, "test.csv"), index=False)
with open(os.path.join(folder, f"{task}.truth.json"), "w", encoding="utf-8") as file:
    json.dump({"valid": target[valid].tolist(), "test": target[test].tolist()}, file)
